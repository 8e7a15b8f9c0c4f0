"""Sealing: batches of entries, chained by a keyed hash whose head is kept beside the database."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from alongside.rooms.journal.chain import digest_of, read_head, write_head
from alongside.rooms.journal.models import Entry, Seal

BATCH = 1000
LATE = timedelta(seconds=5)  # an entry this old belongs to a transaction that has ended, on PostgreSQL too; a later one joins the next seal


class JournalBroken(Exception):
    """The journal does not end where its head says; sealing on would hide that. `alongside check` tells what is wrong."""


def seal_entries(*, settle: timedelta = LATE) -> int:
    """Seal what is not sealed yet; return how many entries. Takes the write lock once a batch, for some milliseconds.

    Entries may become visible out of order; each is sealed in the first batch that sees it.

    Raises JournalBroken when the last seal and the head beside the database do not agree.
    """
    sealed = 0
    while count := _seal_batch(before=timezone.now() - settle):
        sealed += count
    return sealed


@transaction.atomic
def _seal_batch(*, before: datetime) -> int:
    last = Seal.objects.select_for_update().order_by("-number").first()
    _agree_with_head(last)
    entries = list(Entry.objects.filter(seal=None, at__lte=before).order_by("id")[:BATCH])
    if not entries:
        return 0
    seal = Seal(number=last.number + 1 if last else 1, count=len(entries))
    seal.digest = digest_of(previous=last.digest if last else "", number=seal.number, entries=entries)
    seal.save(force_insert=True)
    Entry.objects.filter(pk__in=[entry.pk for entry in entries], seal=None).update(seal=seal)
    transaction.on_commit(lambda: write_head(seal.number, seal.digest))
    return len(entries)


def _agree_with_head(last: Seal | None) -> None:
    """Raise JournalBroken unless the head is the last seal. After a crash between commit and head it lags by one: mended."""
    number, digest = read_head() or (0, "")
    if last and last.number == number + 1:
        write_head(last.number, last.digest)
    elif (last.number, last.digest) != (number, digest) if last else number:
        raise JournalBroken("The journal does not end where its head says. Nothing was sealed. Run alongside check.")
