"""What was erased is noted beside the database, and erased again after a restore."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import transaction

from alongside.rooms.journal.erased import CannotErase, Erased, ListBroken, add_erased, erase_again, list_path, note_erased, read_erased

SAM, JO = "people.person:k7m29xqa4t2b", "people.person:2345678abcde"
gone: list[str] = []


def erase(ref: str) -> None:
    """A stand-in for the act."""
    gone.append(ref)


@pytest.fixture(autouse=True)
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    settings.INSTALLATION, settings.ERASE = tmp_path, f"{__name__}.erase"
    gone.clear()
    return tmp_path


@pytest.mark.django_db(transaction=True)
def test_it_is_noted_once_it_is_kept() -> None:
    with transaction.atomic():
        note_erased(SAM)
        assert not list_path().exists()
    assert [one.ref for one in read_erased(list_path())] == [SAM]
    assert list_path().stat().st_mode & 0o777 == 0o600


@pytest.mark.django_db(transaction=True)
def test_what_was_not_kept_is_not_noted() -> None:
    with transaction.atomic():
        note_erased(SAM)
        transaction.set_rollback(True)
    assert read_erased(list_path()) == []


def test_each_is_erased_once_more_and_once_only() -> None:
    add_erased([Erased("2026-11-25T09:00:00+00:00", SAM), Erased("2026-11-25T10:00:00+00:00", JO)])
    add_erased([Erased("2026-11-26T09:00:00+00:00", SAM)])
    assert erase_again(read_erased(list_path())) == 2
    assert sorted(gone) == [JO, SAM]


def test_where_nothing_can_erase_it_says_so(settings: LazySettings) -> None:
    settings.ERASE = ""
    assert erase_again([]) == 0
    with pytest.raises(CannotErase):
        erase_again([Erased("2026-11-25T09:00:00+00:00", SAM)])


@pytest.mark.parametrize("put", [("k7m", "k7n"), ("2026", "2025"), ("\n", "0\n"), (" people", "  people"), (SAM, JO)])
def test_a_line_that_was_changed_is_found(put: tuple[str, str]) -> None:
    add_erased([Erased("2026-11-25T09:00:00+00:00", JO), Erased("2026-11-25T09:00:00+00:00", SAM)])
    lines = list_path().read_text().splitlines(keepends=True)
    list_path().write_text(lines[0] + lines[1].replace(*put))
    with pytest.raises(ListBroken, match=r"erased\.list: line 2"):
        read_erased(list_path())


def test_a_line_written_under_another_key_is_found(settings: LazySettings) -> None:
    add_erased([Erased("2026-11-25T09:00:00+00:00", SAM)])
    settings.JOURNAL_KEY = "another key, long enough to be one"
    with pytest.raises(ListBroken):
        read_erased(list_path())
