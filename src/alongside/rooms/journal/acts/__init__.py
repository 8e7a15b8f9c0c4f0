from alongside.rooms.journal.acts.seal import seal_entries
from alongside.rooms.journal.acts.write import note_read, spool_read, take_in_spool, write_entry

__all__ = ["note_read", "seal_entries", "spool_read", "take_in_spool", "write_entry"]
