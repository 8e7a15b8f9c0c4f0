"""Is this installation healthy? Says each thing that is not, in a line."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection

from alongside.rooms.journal.acts.write import spool_path
from alongside.rooms.journal.chain import faults
from alongside.rooms.people.models import Arrival


def run(options: Namespace) -> int:
    found = list(_everything())
    for line in found:
        print(line, file=sys.stderr)
    if not found:
        print("Healthy.")
    return 1 if found else 0


def _everything() -> Iterator[str]:
    yield from _folder()
    if not (settings.STATIC_ROOT / "staticfiles.json").exists():
        yield "The front end is not built: pages have no style. Run make install, or install the packaged wheel."
    try:
        yield from _database()
    except DatabaseError as fault:
        yield f"The database does not answer ({type(fault).__name__}). Run alongside migrate; check DATABASE_URL and room on the disk."


def _folder() -> Iterator[str]:
    folder = Path(settings.INSTALLATION)
    if folder.stat().st_mode & 0o077:
        yield f"{folder} can be read by other users of this machine. Run: chmod 700 {folder}"
    for name in ("secret.key", "journal.key"):
        path = folder / name
        if path.exists() and path.stat().st_mode & 0o077:
            yield f"{path} can be read by other users of this machine. Run: chmod 600 {path}"


def _database() -> Iterator[str]:
    try:
        call_command("migrate", check_unapplied=True, verbosity=0)
    except SystemExit:
        yield "The database is not at this version. Run alongside migrate."
        return
    if connection.vendor == "sqlite":
        yield from _sqlite()
    yield from faults()
    if spool_path().exists():
        yield "Openings wait in the spool beside the database. Run alongside seal."
    if waiting := Arrival.objects.filter(landed_at=None).count():
        yield f"{waiting} bringing-in of people was stopped half way; nobody in it can be seen. The next one takes it away."


def _sqlite() -> Iterator[str]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA quick_check(1)")
        answer = cursor.fetchone()[0]
    if answer != "ok":
        yield "The database file is damaged. Restore the last backup."
    if not settings.SAFE_WAL:
        yield "This SQLite is older than 3.51.3, so the slower rollback journal is used. Install pysqlite3."
