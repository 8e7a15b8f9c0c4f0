"""The door of whomever an agreement or a duty covers."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alongside.rooms.journal.models import Entry
from alongside.rooms.people.parts import Part
from alongside.rooms.sharing.acts import agree_to_share, seal_person, tell, withdraw
from alongside.rooms.sharing.models import Agreement
from tests import factories
from tests.conftest import Cast

As = Callable[[str], Client]
pytestmark = pytest.mark.django_db
WORDS = {  # planted, one for each part
    Part.MATTERS: "planted-matter",
    Part.TALKS: "planted-talk",
    Part.PEOPLE: "planted-tie",
    Part.BEHIND: "planted-cause",
    Part.AGREED: "planted-action",
    Part.CONTROL: "planted-check-in",
    Part.REACH: "planted-reach",
}


@pytest.fixture
def full(cast: Cast) -> Cast:
    of = {"journey": cast.journey, "by": cast.maya}
    factories.MatterFactory(words=WORDS[Part.MATTERS], **of)
    factories.ConversationFactory(words=WORDS[Part.TALKS], **of)
    factories.TieFactory(person=cast.sam, name=WORDS[Part.PEOPLE], by=cast.maya)
    factories.TieFactory(person=cast.sam, name="planted-kept-off", kept_off=True, by=cast.maya)
    factories.CauseFactory(what=WORDS[Part.BEHIND], **of)
    factories.ActionFactory(what=WORDS[Part.AGREED], **of)
    factories.CheckInFactory(words=WORDS[Part.CONTROL], **of)
    type(cast.sam).objects.filter(pk=cast.sam.pk).update(reach=WORDS[Part.REACH], address="planted-address", safety_note="planted-note")
    return cast


def agree(cast: Cast, who: str, *parts: str) -> Agreement:
    account = getattr(cast, who)
    return agree_to_share(person=cast.sam, parts=parts, account=account, what_for="the flat", on=timezone.localdate(), by=cast.maya)


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("who", ["owen", "priya"])
def test_a_part_is_shown_and_no_other_word(part: Part, who: str, full: Cast, as_: As) -> None:
    agree(full, who, part)
    page = as_(who).get(f"/shared/{full.sam.ref}/").content.decode()
    assert [one for one in Part if WORDS[one] in page] == [part]
    assert not any(planted in page for planted in ("planted-kept-off", "planted-address", "planted-note"))
    assert "the flat" in page
    assert as_(who).get(f"/people/{full.sam.ref}/").status_code == 404


def test_looking_is_in_the_journal_with_its_ground_and_said_to_the_team(full: Cast, as_: As) -> None:
    agree(full, "owen", "talks")
    assert "Not looked at so far." in as_("maya").get(f"/people/{full.sam.ref}/sharing/").content.decode()
    as_("owen").get(f"/shared/{full.sam.ref}/")
    entry = Entry.objects.get(by=full.owen, kind="read")
    assert (entry.act, entry.ground) == ("sharing.shared_page_opened", "shared")
    assert "Last looked at on" in as_("maya").get(f"/people/{full.sam.ref}/sharing/").content.decode()


def test_taken_back_it_is_gone_on_the_next_request(full: Cast, as_: As) -> None:
    agreement, owen = agree(full, "owen", "talks"), as_("owen")
    assert owen.get(f"/shared/{full.sam.ref}/").status_code == 200
    as_("maya").post(f"/people/{full.sam.ref}/sharing/permission/{agreement.pk}/take-back/")
    assert owen.get(f"/shared/{full.sam.ref}/").status_code == 404
    assert full.sam.called not in owen.get("/shared/").content.decode()


def test_a_duty_covers_too_and_says_that_it_is_one(full: Cast, as_: As) -> None:
    known = {"whom": "Priya", "said": "The stairs", "knew": True, "account": full.priya, "parts": ["behind"]}
    tell(person=full.sam, ground="adult", because="Not safe.", on=timezone.localdate(), by=full.maya, **known)  # type: ignore[arg-type]
    page = as_("priya").get(f"/shared/{full.sam.ref}/").content.decode()
    assert WORDS[Part.BEHIND] in page
    assert "because of a duty" in page


def test_sealed_not_shared_and_invented_are_one_page_with_one_number_of_queries(full: Cast, as_: As) -> None:
    agree(full, "owen", "talks")
    seal_person(person=full.sam, named=[], reason="Works in the same building", on=timezone.localdate(), by=full.maya)
    owen, asked = as_("owen"), []
    for ref in (full.sam.ref, factories.JourneyFactory(team=full.hub).person.ref, "2" * 12):
        with CaptureQueriesContext(connection) as queries:
            answer = owen.get(f"/shared/{ref}/")
        asked.append((answer.status_code, answer.content, len(queries)))
    assert asked[0] == asked[1] == asked[2]
    assert asked[0][0] == 404


def test_withdrawing_is_not_for_another_team(full: Cast, as_: As) -> None:
    agreement = agree(full, "owen", "talks")
    assert as_("owen").post(f"/people/{full.sam.ref}/sharing/permission/{agreement.pk}/take-back/").status_code == 404
    agreement.refresh_from_db()
    assert agreement.withdrawn_at is None
    withdraw(agreement=agreement, by=full.maya)
