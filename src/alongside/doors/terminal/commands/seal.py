from argparse import Namespace

from alongside.doors.terminal.refusal import Refusal
from alongside.rooms.journal.acts import seal_entries, take_in_spool
from alongside.rooms.journal.acts.seal import JournalBroken


def run(options: Namespace) -> int:
    """Take in what was spooled, and seal what is new."""
    try:
        take_in_spool()
        print(f"{seal_entries()} entries sealed.")
    except JournalBroken as broken:
        raise Refusal(str(broken)) from broken
    return 0
