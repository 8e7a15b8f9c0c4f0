"""A database that is locked or full, a journal that cannot be written, an upload that is too large, a form that is too old."""

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.db import OperationalError
from django.test import Client

from alongside.rooms.journal.acts import take_in_spool
from alongside.rooms.journal.models import Entry
from alongside.rooms.journeys.models import Conversation
from alongside.rooms.teams.models import SafetyNumber
from tests.conftest import Cast

As = Callable[[str], Client]


def locked(*_: object, **__: object) -> None:
    raise OperationalError("database is locked")


def test_a_locked_database_says_that_nothing_was_saved(cast: Cast, as_: As, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alongside.rooms.writeup.acts.record_conversation", locked)
    said = {"words": "A long walk", "when": "today", "client_key": str(uuid4())}
    answer = as_("maya").post(f"/people/{cast.sam.ref}/conversations/new/", said)
    assert answer.status_code == 503
    assert "Nothing was saved" in answer.content.decode()
    assert "A long walk</textarea>" in answer.content.decode()
    assert said["client_key"] in answer.content.decode()
    assert not Conversation.objects.exists()


def test_a_password_is_never_put_on_a_page(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alongside.doors.signin.forms.authenticate", locked)
    answer = Client().post("/sign-in/", {"email": "maya@northbridge.example", "password": "a kettle on the hob, twice"})
    assert answer.status_code == 503
    assert "kettle" not in answer.content.decode()


def test_when_the_journal_cannot_be_written_the_page_asks_and_spools(
    cast: Cast, as_: As, monkeypatch: pytest.MonkeyPatch, settings: LazySettings, tmp_path: Path
) -> None:
    settings.INSTALLATION = tmp_path
    maya, address = as_("maya"), f"/people/{cast.sam.ref}/"
    with monkeypatch.context() as broken:
        broken.setattr("alongside.doors.worker.opening.note_read", locked)
        answer = maya.get(address)
        assert answer.status_code == 503
        assert "could not be noted" in answer.content.decode()
        assert "Sam" not in answer.content.decode()
        assert maya.get(f"{address}?opened=unnoted").status_code == 200
    assert take_in_spool() == 1
    entry = Entry.objects.get(act="people.person_opened")
    assert (entry.by, entry.subject) == (cast.maya, f"people.person:{cast.sam.ref}")


def test_an_upload_that_is_too_large_is_refused_unread(db: None) -> None:
    class Unread:
        def read(self, *_: object) -> bytes:
            raise AssertionError("the body was read")

        readline = read

    answer = Client().generic("POST", "/sign-in/", b"", CONTENT_LENGTH=str(100 * 1024 * 1024), **{"wsgi.input": Unread()})
    assert answer.status_code == 413
    assert "12" in answer.content.decode()


def test_a_form_too_old_says_so_in_words(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.maya)
    answer = client.post(f"/people/{cast.sam.ref}/matters/", {"words": "My mum", "whose": "theirs"})
    assert answer.status_code == 403
    assert "<h1>" in answer.content.decode()
    assert not cast.journey.matters.exists()


def test_not_safe_works_without_signing_in_and_names_nobody(cast: Cast) -> None:
    SafetyNumber.objects.create(place=cast.hub.place, label="The duty desk", number="01632 960120")
    page = Client().get("/not-safe/").content.decode()
    assert "999" in page
    assert "01632 960120" in page
    assert "Ines" not in page
    assert "<form" not in page


def test_not_safe_says_who_is_on_hand_to_a_member(cast: Cast, as_: As) -> None:
    page = as_("maya").get("/not-safe/").content.decode()
    assert "Ines" in page
    assert "Owen" not in page


def test_not_safe_works_when_the_database_does_not(cast: Cast, as_: As, monkeypatch: pytest.MonkeyPatch) -> None:
    SafetyNumber.objects.create(place=cast.hub.place, label="The duty desk", number="01632 960120")
    maya = as_("maya")
    maya.get("/not-safe/")
    with monkeypatch.context() as broken:
        broken.setattr("django.db.backends.utils.CursorWrapper.execute", locked)
        answer = maya.get("/not-safe/")
    assert answer.status_code == 200
    assert "01632 960120" in answer.content.decode()


def test_every_answer_is_strict_about_content(cast: Cast, as_: As) -> None:
    answer = as_("maya").get("/today/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert " style=" not in answer.content.decode()
    assert "<script>" not in answer.content.decode()
