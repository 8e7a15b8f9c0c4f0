"""Is this installation healthy? Says each thing that is not, in a line."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection

from alongside.doors.terminal.backups.folder import AT_WORK
from alongside.rooms.journal.acts.write import spool_path
from alongside.rooms.journal.chain import faults
from alongside.rooms.journal.erased import ListBroken
from alongside.rooms.people.models import Arrival
from alongside.rooms.rights.acts.erasure import unnoted


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
        yield from of_database()
    except DatabaseError as fault:
        yield f"The database does not answer ({type(fault).__name__}). Run alongside migrate; check DATABASE_URL and room on the disk."


def _folder() -> Iterator[str]:
    """What the start does not refuse already: the folder itself and the keys are its owner's alone, or nothing runs."""
    folder = Path(settings.INSTALLATION)
    if open_ := [path for path in folder.iterdir() if path.is_file() and path.stat().st_mode & 0o077]:
        yield f"{open_[0]} can be read by other users of this machine. Run: chmod -R go= {folder}"
    if left := next(folder.glob(f"{AT_WORK}*"), None):
        yield f"{left} was left by a backup or a restore that was killed. Run it again, or delete it."


def of_database() -> Iterator[str]:
    try:
        call_command("migrate", check_unapplied=True, verbosity=0)
    except SystemExit:
        yield "The database is not at this version. Run alongside migrate."
        return
    if connection.vendor == "sqlite":
        yield from _sqlite()
    yield from faults()
    try:
        if left := unnoted():
            yield f"{len(left)} who were erased are not on the list of the erased (erased.list): a restore would bring them back."
    except ListBroken as fault:
        yield str(fault)
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
