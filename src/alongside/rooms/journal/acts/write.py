"""Writing into the journal: in the transaction of the act it tells of, or into a spool when the database will not take it."""

import hashlib
import json
import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection, models, transaction
from django.utils import timezone

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.models import Entry, Reason

LOOKING = 2  # seconds


def subject_of(row: models.Model) -> str:
    """Return an opaque reference to a row: its label and its random reference, or its number where it has none."""
    return f"{row._meta.label_lower}:{getattr(row, 'ref', row.pk)}"


def write_entry(*, act: str, by: Account | None, subject: models.Model | str, reason: str = "") -> Entry:
    """Tell of an act, in the transaction of that act. Costs one insert, and one more with a reason."""
    salt = secrets.token_hex(16) if reason else ""
    entry = Entry.objects.create(
        act=act,
        by=by,
        kind=Entry.Kind.WRITE,
        subject=subject if isinstance(subject, str) else subject_of(subject),
        reason_digest=hashlib.sha256((salt + reason).encode()).hexdigest() if reason else "",
    )
    if reason:
        Reason.objects.create(entry=entry, text=reason, salt=salt)
    return entry


def note_read(*, act: str, by: Account | None, subject: models.Model | str, ground: str) -> None:
    """Tell that something was opened, and on what ground. by: nobody of ours, at a person's own door.

    Raises OperationalError where the database cannot take it, within LOOKING.
    """
    name = subject if isinstance(subject, str) else subject_of(subject)
    with _not_for_long():
        Entry.objects.create(act=act, by=by, kind=Entry.Kind.READ, subject=name, ground=ground)


def note_reads(*, act: str, by: Account, read: Sequence[tuple[models.Model, str]]) -> None:
    """Tell that several were opened at once; read: each with the ground. One query. Raises as `note_read` does."""
    rows = [Entry(act=act, by=by, kind=Entry.Kind.READ, subject=subject_of(row), ground=ground) for row, ground in read]
    with _not_for_long():
        Entry.objects.bulk_create(rows)


@contextmanager
def _not_for_long() -> Iterator[None]:
    """Let SQLite wait only LOOKING for the write lock: pages that are looked at must not hold every thread while it is stuck."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    patience = connection.settings_dict["OPTIONS"].get("timeout", 5)
    connection.connection.execute(f"PRAGMA busy_timeout = {LOOKING * 1000}")
    try:
        yield
    finally:
        connection.connection.execute(f"PRAGMA busy_timeout = {patience * 1000}")


def spool_path() -> Path:
    return Path(settings.INSTALLATION) / "journal.spool"


def spool_read(*, act: str, by: Account, subject: models.Model | str, ground: str) -> None:
    """Keep a read beside the database, durably, until the sealer can take it in."""
    name = subject if isinstance(subject, str) else subject_of(subject)
    line = json.dumps([timezone.now().isoformat(), by.pk, act, name, ground]) + "\n"
    handle = os.open(spool_path(), os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


def take_in_spool() -> int:
    """Bring spooled reads into the journal; return how many. The file is set aside first, so that none is taken in twice."""
    aside = spool_path().with_suffix(".taking")
    if not aside.exists():
        if not spool_path().exists():
            return 0
        os.replace(spool_path(), aside)
    rows = [json.loads(line) for line in aside.read_text().splitlines() if line]
    with transaction.atomic():
        already = set(
            Entry.objects.filter(act__in={row[2] for row in rows}, kind="read", at__in=[row[0] for row in rows]).values_list(
                "at", "subject"
            )
        )
        new = [row for row in rows if (datetime.fromisoformat(row[0]), row[3]) not in already]
        Entry.objects.bulk_create(
            Entry(at=at, by_id=by, act=act, kind=Entry.Kind.READ, subject=subject, ground=ground) for at, by, act, subject, ground in new
        )
    aside.unlink()
    return len(new)
