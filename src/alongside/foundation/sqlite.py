"""Put a sound SQLite under Django before Django loads.

SQLite before 3.51.3 can corrupt a database when a write-ahead log is reset under load; the packaged
one carries the fix. Where it is missing (not Linux), settings fall back to a rollback journal.
"""

import sys

SAFE_WAL = (3, 51, 3)


def swap_in() -> bool:
    """Make `import sqlite3` give the packaged SQLite; return whether its write-ahead log is safe."""
    try:
        import pysqlite3  # noqa: PLC0415 (present on Linux only)
    except ImportError:
        import sqlite3  # noqa: PLC0415

        return sqlite3.sqlite_version_info >= SAFE_WAL
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
    return bool(pysqlite3.sqlite_version_info >= SAFE_WAL)
