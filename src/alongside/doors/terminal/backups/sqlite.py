"""SQLite's part of a backup: a copy of one moment, taken while the server runs, and laid back as a file."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from alongside.doors.terminal.refusal import Refusal

PAGES = 2000  # copied between two looks at whether to stop: some milliseconds
LOOK = 2  # seconds


def copy_of_one_moment(database: Path, to: Path, *, progress: Callable[[int, int], None]) -> None:
    """Copy the database as it is now. Who saves meanwhile does not wait and does not make it begin anew.

    progress: told the pages still to copy and all. Raises Refusal for a database that is damaged: a backup of it would push out a good one.
    """
    with closing(sqlite3.connect(database, isolation_level=None, timeout=LOOK)) as source, closing(sqlite3.connect(to)) as copy:
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()  # from here on this connection sees this moment
        source.backup(copy, pages=PAGES, progress=lambda status, left, of: progress(left, of))
        answer = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        copy.execute("PRAGMA journal_mode=DELETE")
    if answer != "ok":
        raise Refusal("The database is damaged, and no backup was written. Run alongside check; restore the last backup.")


def seals_in(copy: Path, *, since: int) -> list[tuple[int, str]]:
    """Number and digest of the journal's seals from number `since` on."""
    with closing(sqlite3.connect(copy)) as file:
        return list(file.execute("SELECT number, digest FROM journal_seal WHERE number >= ? ORDER BY number", [since]))


def holds_tables(database: Path) -> bool:
    """Whether anything was ever kept in this file."""
    if not database.exists():
        return False
    with closing(sqlite3.connect(database, timeout=LOOK)) as file:
        try:
            return bool(file.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
        except sqlite3.DatabaseError:  # damaged, so there was something
            return True


def stop_unless_alone(database: Path) -> None:
    """Raise Refusal when somebody else has the database open. Afterwards all that was written is in the one file."""
    with closing(sqlite3.connect(database, timeout=LOOK, isolation_level=None)) as file:
        try:
            file.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError:
            raise Refusal("The database is in use. Stop the server first; nothing was changed.") from None
        except sqlite3.DatabaseError:  # damaged: laid aside as it is
            return
