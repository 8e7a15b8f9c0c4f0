"""What was erased is noted beside the database, and erased again after a restore."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import transaction

from alongside.rooms.journal.erased import (
    Erased,
    ListBroken,
    add_erased,
    erase_again,
    list_path,
    note_brought_back,
    note_erased,
    read_erased,
)

SAM, JO = "people.person:k7m29xqa4t2b", "people.person:2345678abcde"


def again() -> list[str]:
    """What would be erased once more, in its order."""
    gone: list[str] = []
    assert erase_again(read_erased(list_path()), erase=gone.append) == len(gone)
    return gone


@pytest.fixture(autouse=True)
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    settings.INSTALLATION = tmp_path
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
    assert again() == [SAM, JO]


@pytest.mark.django_db(transaction=True)
def test_who_was_brought_back_is_left_until_erased_again() -> None:
    note_brought_back(JO)
    assert not list_path().exists(), "who was never erased is on no list"
    note_erased(SAM)
    note_erased(JO)
    note_brought_back(SAM)
    assert again() == [JO]
    note_erased(SAM)
    assert again() == [JO, SAM]


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
