"""Opening a story in an emergency; and helpers of whom the lead alone may know."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from alongside.rooms.journal.models import Entry
from alongside.rooms.sharing.acts import seal_person
from alongside.rooms.sharing.models import BreakGlass
from tests import factories as f
from tests.conftest import Cast

As = Callable[[str], Client]
pytestmark = pytest.mark.django_db
REASON = "Found on the stairs, does not answer."


def opened(client: Client, ref: str, reason: str = REASON) -> tuple[int, str]:
    answer = client.post("/emergency/", {"ref": ref, "reason": reason})
    page = answer.content.decode().partition("<main")[2].replace(ref, "REF")
    return answer.status_code, re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


def test_it_opens_the_whole_page_and_says_that_it_is_an_emergency(cast: Cast, as_: As) -> None:
    owen = as_("owen")
    assert opened(owen, cast.sam.ref)[0] == 302
    assert "You opened this in an emergency." in owen.get(f"/people/{cast.sam.ref}/").content.decode()
    assert Entry.objects.get(by=cast.owen, kind="read").ground == "emergency"
    assert BreakGlass.objects.get().reason == REASON


def test_sealed_and_invented_are_answered_alike_and_each_try_is_written_down(cast: Cast, as_: As) -> None:
    seal_person(person=cast.sam, named=[], reason="Works in the same building", on=timezone.localdate(), by=cast.maya)
    assert opened(as_("owen"), cast.sam.ref) == opened(as_("owen"), "2" * 12)
    assert Entry.objects.filter(by=cast.owen, act="sharing.glass_tried").count() == 2
    assert not BreakGlass.objects.exists()


def test_without_a_reason_it_does_not_open(cast: Cast, as_: As) -> None:
    status, page = opened(as_("owen"), cast.sam.ref, "urgent")
    assert status == 422
    assert "Say what has happened" in page


def test_who_goes_on_trying_is_stopped(cast: Cast, as_: As) -> None:
    for _ in range(5):
        opened(as_("owen"), "2" * 12)
    status, page = opened(as_("owen"), cast.sam.ref)
    assert status == 422
    assert "Ring the information lead" in page
    assert not BreakGlass.objects.exists()


@pytest.mark.parametrize(("who", "knows"), [("maya", True), ("bea", True), ("ines", False), ("dev", False)])
def test_a_helper_of_whom_the_lead_alone_may_know(who: str, knows: bool, cast: Cast, as_: As) -> None:
    bea = f.AccountFactory(called="Beatrix")
    hidden = f.InvolvementFactory(journey=cast.journey, account=bea, part="asked-in", seen_by_lead_alone=True)
    client = Client()
    client.force_login(bea if who == "bea" else getattr(cast, who), backend="django.contrib.auth.backends.ModelBackend")
    for address in ("", "alongside/"):
        page = client.get(f"/people/{cast.sam.ref}/{address}").content.decode().partition("</header>")[2]
        chosen = page.partition("<select")[0]  # a colleague may be chosen there; that tells nothing
        assert ("Beatrix" in chosen) is knows
    if not knows:
        assert client.post(f"/people/{cast.sam.ref}/alongside/{hidden.pk}/leave/").status_code == 404
