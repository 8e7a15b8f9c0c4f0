"""What was sealed cannot be changed, removed or cut off unseen."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import note_read, seal_entries, spool_read, take_in_spool, write_entry
from alongside.rooms.journal.acts.seal import JournalBroken
from alongside.rooms.journal.acts.write import spool_path
from alongside.rooms.journal.chain import faults, head_path, write_head
from alongside.rooms.journal.models import Entry, Reason, Seal
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)
NOW = timedelta(seconds=-1)


@pytest.fixture
def maya(settings: LazySettings, tmp_path: Path) -> Account:
    settings.INSTALLATION = tmp_path
    return factories.AccountFactory()


def seal_three(by: Account) -> None:
    for number in range(3):
        write_entry(act="people.person_added", by=by, subject=f"people.person:{number}")
        seal_entries(settle=NOW)


def test_a_whole_journal_has_no_fault(maya: Account) -> None:
    seal_three(maya)
    assert list(faults()) == []
    assert Seal.objects.count() == 3


TAMPERED: dict[str, Callable[[], object]] = {
    "a changed act": lambda: Entry.objects.filter(seal=2).update(act="people.tie_added"),
    "a changed moment": lambda: Entry.objects.filter(seal=2).update(at="2026-01-01T00:00Z"),
    "a changed subject": lambda: Entry.objects.filter(seal=1).update(subject="people.person:9"),
    "an author taken out": lambda: Entry.objects.filter(seal=3).update(by=None),
    "a removed entry": lambda: Entry.objects.filter(seal=2).delete(),
    "an entry slipped in": lambda: Entry.objects.create(act="x", kind="write", subject="y", seal_id=2),
    "an entry unsealed": lambda: Entry.objects.filter(seal=2).update(seal=None),
    "a removed seal": lambda: [Entry.objects.filter(seal=2).delete(), Seal.objects.filter(pk=2).delete()],
    "a cut-off end": lambda: [Entry.objects.filter(seal=3).delete(), Seal.objects.filter(pk=3).delete()],
    "two entries exchanged": lambda: [Entry.objects.filter(seal=1).update(seal=3), Entry.objects.filter(seal=3).order_by("-id")[0].pk],
    "a missing head": lambda: head_path().unlink(),
    "a forged head": lambda: write_head(3, "0" * 64),
}


@pytest.mark.parametrize("how", TAMPERED)
def test_tampering_is_found(how: str, maya: Account) -> None:
    seal_three(maya)
    TAMPERED[how]()
    assert list(faults())


def test_a_seal_made_without_the_key_is_found(maya: Account, settings: LazySettings) -> None:
    seal_three(maya)
    settings.JOURNAL_KEY = "another key, that a thief of the database made up"
    assert list(faults())


@pytest.mark.parametrize("how", ["a cut-off end", "a forged head"])
def test_the_sealer_does_not_seal_over_a_broken_end(how: str, maya: Account) -> None:
    seal_three(maya)
    TAMPERED[how]()
    write_entry(act="people.person_added", by=maya, subject="people.person:4")
    with pytest.raises(JournalBroken):
        seal_entries(settle=NOW)
    assert list(faults())


def test_a_head_that_lags_by_one_after_a_crash_is_mended(maya: Account) -> None:
    seal_three(maya)
    write_head(2, Seal.objects.get(pk=2).digest)
    seal_entries(settle=NOW)
    assert list(faults()) == []


def test_late_entries_join_the_next_seal(maya: Account) -> None:
    write_entry(act="people.person_added", by=maya, subject="a")
    assert seal_entries(settle=timedelta(minutes=1)) == 0
    assert seal_entries(settle=NOW) == 1


def test_more_than_a_batch_is_sealed_in_several(maya: Account) -> None:
    """slow: 2,500 rows."""
    Entry.objects.bulk_create(Entry(act="x", kind="read", subject=str(number), by=maya) for number in range(2500))
    assert seal_entries(settle=NOW) == 2500
    assert list(Seal.objects.order_by("number").values_list("count", flat=True)) == [1000, 1000, 500]
    assert list(faults()) == []


def test_a_reason_can_be_erased_and_the_chain_still_holds(maya: Account) -> None:
    write_entry(act="arrivals.people_brought_in", by=maya, subject="a", reason="Their own list, agreed on 3 March")
    seal_entries(settle=NOW)
    Reason.objects.all().delete()
    assert list(faults()) == []
    entry = Entry.objects.get()
    assert "March" not in entry.reason_digest
    assert len(entry.reason_digest) == 64


def test_a_spooled_read_comes_in_once(maya: Account) -> None:
    spool_read(act="people.person_opened", by=maya, subject="people.person:1", ground="team")
    spool_read(act="people.person_opened", by=maya, subject="people.person:2", ground="team")
    assert take_in_spool() == 2
    assert take_in_spool() == 0
    assert not spool_path().exists()
    assert set(Entry.objects.values_list("subject", "kind")) == {("people.person:1", "read"), ("people.person:2", "read")}


def test_a_spool_taken_in_but_not_removed_is_not_taken_in_twice(maya: Account) -> None:
    spool_read(act="people.person_opened", by=maya, subject="people.person:1", ground="team")
    kept = spool_path().read_text()
    take_in_spool()
    spool_path().with_suffix(".taking").write_text(kept)
    assert take_in_spool() == 0
    assert Entry.objects.count() == 1


def test_nothing_a_person_said_is_in_an_entry(maya: Account) -> None:
    person = factories.PersonFactory(called="Sam")
    note_read(act="people.person_opened", by=maya, subject=person, ground="team")
    entry = Entry.objects.get()
    assert "Sam" not in f"{entry.subject}{entry.act}{entry.ground}"
