"""Keys for the words a browser keeps, and a form that was carried out once."""

import base64
from collections.abc import Callable
from uuid import uuid4

from django.test import Client

from alongside.rooms.accounts.acts import end_device_key, key_for_device
from alongside.rooms.accounts.models import DeviceKey
from alongside.rooms.journal.models import Entry
from alongside.rooms.journeys.models import Matter
from tests import factories
from tests.conftest import Cast

As = Callable[[str], Client]


def test_an_account_has_one_key_on_a_device_and_another_account_another(cast: Cast, as_: As) -> None:
    maya = as_("maya")
    first, again = maya.post("/device-key/").json(), maya.post("/device-key/").json()
    assert first == again
    assert len(base64.b64decode(first["key"])) == 32
    assert maya.cookies["device"]["httponly"]
    ines = as_("ines")
    ines.cookies["device"] = maya.cookies["device"].value
    theirs = ines.post("/device-key/").json()
    assert theirs["keeper"] != first["keeper"]
    assert theirs["key"] != first["key"]
    assert first["keeper"] not in (str(cast.maya.pk), cast.maya.email)


def test_a_key_is_given_by_post_alone_and_never_cached(cast: Cast, as_: As) -> None:
    assert as_("maya").get("/device-key/").status_code == 405
    assert as_("maya").post("/device-key/")["Cache-Control"] == "no-store"
    assert Client().post("/device-key/").status_code == 302


def test_a_device_name_made_up_by_hand_is_replaced(cast: Cast, as_: As) -> None:
    maya = as_("maya")
    maya.cookies["device"] = "../../etc"
    maya.post("/device-key/")
    assert len(maya.cookies["device"].value) == 43


def test_destroying_a_key_leaves_nothing_of_it_and_the_next_is_another(cast: Cast, as_: As) -> None:
    maya = as_("maya")
    first = maya.post("/device-key/").json()
    key = DeviceKey.objects.get()
    assert "This device" in maya.get("/devices/").content.decode()
    assert as_("ines").post(f"/devices/{key.pk}/end/").status_code == 404
    assert maya.post(f"/devices/{key.pk}/end/").status_code == 302
    key.refresh_from_db()
    assert bytes(key.key) == b""
    assert Entry.objects.filter(act="signin.device_key_ended", by=cast.maya).count() == 1
    assert maya.post("/device-key/").json()["number"] != first["number"]


def test_a_key_ended_twice_keeps_its_moment(cast: Cast) -> None:
    key = key_for_device(account=cast.maya, device="d" * 43)
    end_device_key(key=key)
    key.refresh_from_db()
    ended_at = key.ended_at
    end_device_key(key=key)
    key.refresh_from_db()
    assert key.ended_at == ended_at


def test_the_very_same_form_does_nothing_twice_and_other_words_are_kept(cast: Cast, as_: As) -> None:
    address, draft = f"/people/{cast.sam.ref}/matters/", str(uuid4())
    for words in ("A garden.", "A garden.", "A garden, and a shed."):
        answer = as_("maya").post(address, {"words": words, "whose": "theirs", "draft": draft})
        assert answer.status_code == 302
        assert answer.cookies[f"kept-{draft}"].value == "1"
    assert set(Matter.objects.values_list("words", flat=True)) == {"A garden.", "A garden, and a shed."}
    assert Matter.objects.count() == 2


def test_a_refused_form_can_be_sent_again_and_tells_the_browser_to_forget_nothing(cast: Cast, as_: As) -> None:
    address, draft = f"/people/{cast.sam.ref}/about/", str(uuid4())
    refused = as_("maya").post(address, {"called": "", "draft": draft})
    assert refused.status_code == 422
    assert not any(name.startswith("kept-") for name in refused.cookies)
    assert as_("maya").post(address, {"called": "Sam", "draft": draft}).status_code == 302


def test_a_new_person_sent_twice_is_one(cast: Cast, as_: As) -> None:
    told = {"called": "Kit", "draft": str(uuid4())}
    answers = [as_("maya").post("/people/new/", told) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert factories.PersonFactory._meta.model.objects.filter(called="Kit").count() == 1


def test_a_time_out_tells_the_browser_to_forget_nothing(cast: Cast) -> None:
    answer = Client().post(f"/people/{cast.sam.ref}/matters/", {"words": "A garden.", "draft": str(uuid4())})
    assert answer.status_code == 302
    assert not answer.cookies
