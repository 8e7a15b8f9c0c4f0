"""Erasing somebody: every word over the registry of holdings, leaving the journal's sealed minimum and nothing else."""

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account, DeviceKey
from alongside.rooms.finding.words.index import ALL
from alongside.rooms.journal.acts import subject_of, write_entry
from alongside.rooms.journal.erased import list_path, note_erased, read_erased
from alongside.rooms.journal.models import Entry, Reason
from alongside.rooms.merging.models import Merging
from alongside.rooms.people.holdings import all_holdings
from alongside.rooms.people.models import Person
from alongside.rooms.rights.due import standing_holds
from alongside.rooms.rights.errors import RightsError

ERASED = "rights.person_erased"


@transaction.atomic
def erase_person(*, person: Person, reason: str, by: Account | None) -> int:
    """Erase a person, and the records that went into theirs. Returns how many people's records that were.

    What stays: entries of the journal, which hold an opaque reference and no word. Unsaved words about them that lie on devices
    become unreadable: the keys of whoever opened them are destroyed. Call `scrub_storage` after it, outside a transaction.

    Raises RightsError without a reason, and while the law holds it.
    """
    if not reason.strip():
        raise RightsError(_("Say why, in a few words."))
    person = Person.objects.select_for_update().get(pk=person.pk)
    if standing_holds(timezone.localdate()).filter(person=person, kind="legal").exists():
        raise RightsError(_("The law holds this: nothing of it may be erased. End the hold first, if it is over."))
    gone = list(Person.objects.filter(merged__in=Merging.objects.standing().filter(kept=person)))
    for one in [*gone, person]:
        _erase(one)
        write_entry(act=ERASED, by=by, subject=subject_of(one))
        note_erased(subject_of(one))
    return len(gone) + 1


def erase_once_more(ref: str) -> None:
    """Erase a person whom a backup from before their erasure brought back. Nothing happens where nobody bears the reference.

    No hold of the backup's stops it: when they were erased, none stood.
    """
    label, _colon, bare = ref.partition(":")
    person = Person.objects.select_for_update().filter(ref=bare).first() if label == Person._meta.label_lower else None
    if person:
        _erase(person)
        write_entry(act="rights.person_erased_again", by=None, subject=ref)


def unnoted() -> list[str]:
    """References that the journal says were erased and the list of the erased does not name. Raises ListBroken."""
    noted = {one.ref for one in read_erased(list_path())}
    return [ref for ref in Entry.objects.filter(act=ERASED).values_list("subject", flat=True) if ref not in noted]


def _erase(person: Person) -> None:
    subject = subject_of(person)
    opened_by = Entry.objects.filter(subject=subject, by__isnull=False).values("by")
    DeviceKey.objects.filter(account__in=opened_by, ended_at=None).update(key=b"", ended_at=timezone.now())
    Reason.objects.filter(entry__subject=subject).delete()
    for holding in all_holdings():
        if holding.model is not Person:
            holding.model._base_manager.filter(**{holding.person_path: person.pk}).delete()
    Merging.objects.filter(gone=person).delete()
    Person.objects.filter(pk=person.pk).delete()


def scrub_storage() -> None:
    """Let nothing that was erased stand in a free page, an index or a log of the database. Takes the database's locks for a while.

    SQLite: merges the word indexes (their old segments hold words that were taken out; secure_delete has wiped the rows) and truncates
    the write-ahead log. PostgreSQL: VACUUM FULL writes each table and its indexes anew; its own write-ahead log is recycled by the
    server later.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for holding in all_holdings():
                cursor.execute(f'VACUUM FULL "{holding.model._meta.db_table}"')
            cursor.execute(f'VACUUM FULL "{Reason._meta.db_table}"')
            return
        for index in ALL:
            cursor.execute(f'INSERT INTO "{index.name}"("{index.name}") VALUES (\'optimize\')')  # noqa: S608 (our own names)
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
