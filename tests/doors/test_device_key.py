"""The key of a device, the list of one's devices, and what the server says of a save to the browser that kept the words."""

import base64
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from alongside.rooms.accounts.models import DeviceKey
from alongside.rooms.journal.models import Entry
from alongside.rooms.journeys.models import Conversation
from tests.conftest import Cast

As = Callable[[str], Client]
KEY_BYTES = 32


def key_of(client: Client) -> dict[str, Any]:
    answer = client.post("/device-key/")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    told: dict[str, Any] = answer.json()
    assert len(base64.b64decode(told["key"])) == KEY_BYTES
    return told


def test_a_destroyed_key_is_gone_and_another_takes_its_place(cast: Cast, as_: As) -> None:
    maya = as_("maya")
    before = key_of(maya)
    assert "This device" in maya.get("/devices/").content.decode()
    assert maya.post(f"/devices/{before['number']}/end/").status_code == 302
    ended = DeviceKey.objects.get(pk=before["number"])
    assert bytes(ended.key) == b""
    assert ended.ended_at
    assert Entry.objects.filter(act="signin.device_key_ended", by=cast.maya).count() == 1
    after = key_of(maya)
    assert (after["number"], after["key"]) != (before["number"], before["key"])
    assert maya.post(f"/devices/{before['number']}/end/").status_code == 404


def test_nobody_destroys_another_accounts_key(cast: Cast, as_: As) -> None:
    number = key_of(as_("maya"))["number"]
    assert as_("ines").post(f"/devices/{number}/end/").status_code == 404
    assert DeviceKey.objects.get().ended_at is None
    assert "Another device" not in as_("ines").get("/devices/").content.decode()


def test_the_key_is_for_whoever_is_signed_in(cast: Cast, as_: As) -> None:
    answer = as_("stranger").post("/device-key/")
    assert answer.status_code == 302
    assert not DeviceKey.objects.exists()


@pytest.fixture
def said(cast: Cast) -> dict[str, str]:
    return {"words": "The bus was late.", "when": "today", "client_key": str(uuid4()), "draft": str(uuid4())}


def test_a_save_names_its_draft_to_the_browser(cast: Cast, as_: As, said: dict[str, str]) -> None:
    answer = as_("maya").post(f"/people/{cast.sam.ref}/conversations/new/", said)
    assert answer.status_code == 302
    assert answer.cookies[f"kept-{said['draft']}"].value == "1"


@pytest.mark.parametrize("change", [{"words": ""}, {"draft": "kept; path=/"}, {"draft": ""}], ids=["refused", "no name", "none"])
def test_nothing_else_names_a_draft(cast: Cast, as_: As, said: dict[str, str], change: dict[str, str]) -> None:
    answer = as_("maya").post(f"/people/{cast.sam.ref}/conversations/new/", {**said, **change})
    assert not [name for name in answer.cookies if name.startswith("kept-")]


def test_a_save_that_leads_to_sign_in_names_no_draft(cast: Cast, as_: As, said: dict[str, str]) -> None:
    answer = as_("stranger").post(f"/people/{cast.sam.ref}/conversations/new/", said)
    assert answer.status_code == 302
    assert not answer.cookies
    assert not Conversation.objects.exists()
