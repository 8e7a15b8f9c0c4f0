from alongside.rooms.journal.acts.seal import seal_entries
from alongside.rooms.journal.acts.write import note_read, note_reads, spool_read, subject_of, take_in_spool, write_entry

__all__ = ["note_read", "note_reads", "seal_entries", "spool_read", "subject_of", "take_in_spool", "write_entry"]
