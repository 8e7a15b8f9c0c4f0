"""No way of looking at someone passes the journal by."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import OperationalError
from django.test import Client

from alongside.rooms.journal.acts import take_in_spool
from alongside.rooms.journal.acts.write import spool_path
from alongside.rooms.journal.models import Entry
from tests import factories
from tests.conftest import Cast

As = Callable[[str], Client]


def locked(*_: object, **__: object) -> None:
    raise OperationalError("database is locked")


def test_a_refused_form_that_shows_their_rows_is_an_opening(cast: Cast, as_: As) -> None:
    factories.MatterFactory(journey=cast.journey, words="My mum")
    answer = as_("ines").post(f"/people/{cast.sam.ref}/matters/", {"words": ""})
    assert "My mum" in answer.content.decode()
    entry = Entry.objects.get(by=cast.ines, kind="read")
    assert (entry.act, entry.subject, entry.ground) == ("people.matters_opened", f"people.person:{cast.sam.ref}", "team")


def test_a_save_that_shows_nothing_is_none(cast: Cast, as_: As) -> None:
    as_("ines").post(f"/people/{cast.sam.ref}/matters/", {"words": "My mum", "whose": "theirs"})
    assert not Entry.objects.filter(kind="read").exists()


def test_a_refused_form_is_shown_and_spooled_when_the_journal_cannot_be_written(
    cast: Cast, as_: As, monkeypatch: pytest.MonkeyPatch, settings: LazySettings, tmp_path: Path
) -> None:
    settings.INSTALLATION = tmp_path
    with monkeypatch.context() as broken:
        broken.setattr("alongside.doors.worker.opening.note_read", locked)
        answer = as_("maya").post(f"/people/{cast.sam.ref}/conversations/new/", {"matters_0_words": "My mum"})
    assert answer.status_code == 422
    assert "My mum" in answer.content.decode()
    assert take_in_spool() == 1


def test_nobody_looks_beside_a_journal_that_can_be_written(cast: Cast, as_: As, settings: LazySettings, tmp_path: Path) -> None:
    settings.INSTALLATION = tmp_path
    assert as_("ines").get(f"/people/{cast.sam.ref}/?opened=unnoted").status_code == 200
    assert Entry.objects.filter(by=cast.ines, kind="read", act="people.person_opened").count() == 1
    assert not spool_path().exists()
