"""Families and households: one conversation with two people, an address that opens nothing, a child with a page of their own."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from alongside.rooms.journeys.models import Conversation, Journey, Matter, SharedTalk
from alongside.rooms.people.models import Person
from alongside.rooms.teams.models import Member
from tests import factories as f
from tests.conftest import Cast

As = Callable[[str], Client]
WORDS = "Sam sleeps better.\nJade is afraid of the stairs.\nThey cooked."


@pytest.fixture
def jade(cast: Cast) -> Journey:
    journey: Journey = f.JourneyFactory(team=cast.hub, person=f.PersonFactory(called="Jade"))
    f.InvolvementFactory(journey=journey, account=cast.maya)
    return journey


def write(client: Client, cast: Cast, jade: Journey, **more: str) -> str:
    """Save a conversation with both; return where it leads."""
    said = {"words": WORDS, "when": "today", "also": str(jade.pk), "client_key": str(uuid4()), **more}
    answer = client.post(f"/people/{cast.sam.ref}/conversations/new/", said)
    assert answer.status_code == 302
    return str(client.get(answer.url).url)


def test_words_are_on_neither_record_until_it_is_said_whose_they_are(cast: Cast, as_: As, jade: Journey) -> None:
    maya = as_("maya")
    address = write(maya, cast, jade)
    first = maya.get(address).content.decode()
    assert "Kept. Now say which words go to whom." in first
    assert "Everything is in its place" not in first
    for ref in (cast.sam.ref, jade.person.ref):
        assert "afraid of the stairs" not in maya.get(f"/people/{ref}/story/").content.decode()
        assert "afraid of the stairs" not in maya.get(f"/people/{ref}/").content.decode()
    page = maya.get(address).content.decode()
    assert " checked" not in page
    assert "Words still to be placed" in maya.get("/today/").content.decode()
    assert maya.post(address, {"piece_0": str(cast.journey.pk)}).status_code == 422

    told = {"piece_0": str(cast.journey.pk), "piece_1": str(jade.pk), "piece_2": "each"}
    assert maya.post(address, told).status_code == 302
    words = {talk.journey_id: (talk.words, talk.who) for talk in Conversation.objects.all()}
    assert words == {
        cast.journey.pk: ("Sam sleeps better.\nThey cooked.", "Jade"),
        jade.pk: ("Jade is afraid of the stairs.\nThey cooked.", "Sam"),
    }
    assert not SharedTalk.objects.exists()
    assert "afraid of the stairs" not in as_("ines").get(f"/people/{cast.sam.ref}/story/").content.decode()


def test_nobody_but_the_writer_sees_them_before(cast: Cast, as_: As, jade: Journey) -> None:
    address = write(as_("maya"), cast, jade)
    for other in ("ines", "dev", "owen"):
        assert as_(other).get(address).status_code == 404
        assert "Words still to be placed" not in as_(other).get("/today/").content.decode()


def test_saved_twice_it_is_kept_once_and_its_lines_land_once(cast: Cast, as_: As, jade: Journey) -> None:
    key = str(uuid4())
    for _ in range(2):
        write(as_("maya"), cast, jade, client_key=key, matters_0_words="Quiet nights")
    assert SharedTalk.objects.count() == 1
    assert Matter.objects.get().journey == cast.journey


def test_words_that_are_nobodys_leave_something_or_nothing_is_done(cast: Cast, as_: As, jade: Journey) -> None:
    address = write(as_("maya"), cast, jade)
    nothing = as_("maya").post(address, dict.fromkeys(("piece_0", "piece_1", "piece_2"), "nobody"))
    assert nothing.status_code == 422
    assert "Give at least one piece to someone." in nothing.content.decode()
    assert SharedTalk.objects.count() == 1


def test_only_people_one_is_alongside_are_offered(cast: Cast, as_: As, jade: Journey) -> None:
    stranger = f.JourneyFactory(team=cast.south, person=f.PersonFactory(called="Zelda"))
    page = as_("maya").get(f"/people/{cast.sam.ref}/conversations/new/").content.decode()
    assert f'<option value="{jade.pk}">Jade</option>' in page
    assert "Zelda" not in page
    said = {"words": WORDS, "when": "today", "also": str(stranger.pk), "client_key": str(uuid4())}
    assert as_("maya").post(f"/people/{cast.sam.ref}/conversations/new/", said).status_code == 422
    assert not SharedTalk.objects.exists()


def test_one_address_gives_no_sight_of_anyone(cast: Cast, as_: As) -> None:
    Person.objects.filter(pk=cast.sam.pk).update(address="7 Heron Street", postcode="NB1 2CD")
    housemate = f.JourneyFactory(team=cast.south, person=f.PersonFactory(called="Zelda", address="7 Heron Street", postcode="NB1 2CD"))
    assert as_("maya").get(f"/people/{housemate.person.ref}/").status_code == 404
    assert "Zelda" not in as_("maya").get("/people/?called=7+Heron+Street").content.decode()
    assert "Zelda" not in as_("maya").get(f"/people/{cast.sam.ref}/same/").content.decode()


def test_a_child_is_a_name_until_the_team_walks_with_them_who_then_has_their_own_page_and_worker(cast: Cast, as_: As) -> None:
    tie = f.TieFactory(person=cast.sam, name="Jade, 9", relation="daughter")
    f.ConversationFactory(journey=cast.journey, words="What Sam said.")
    assert not Person.objects.filter(called="Jade").exists()
    address = f"/people/{cast.sam.ref}/ties/{tie.pk}/"
    assert as_("maya").post(f"{address}own-page/", {"to": cast.ines.pk}).status_code == 302
    jade = Person.objects.get(called="Jade")
    lead = jade.journeys.get().involvements.get()
    assert (lead.account, lead.part) == (cast.ines, "lead")
    assert not Conversation.objects.of(jade).exists()
    assert f"/people/{jade.ref}/" in as_("ines").get(address).content.decode()
    assert "own page" not in as_("dev").get(address).content.decode(), "asked in with Sam is not asked in with Jade"
    assert as_("dev").get(f"/people/{jade.ref}/").status_code == 404
    again = as_("maya").post(f"{address}own-page/", {"to": cast.ines.pk})
    assert "They have a page of their own already." in again.content.decode()


def test_when_their_writer_has_left_the_lead_places_them(cast: Cast, as_: As, jade: Journey) -> None:
    ines_lead = f.InvolvementFactory(journey=jade, account=cast.ines, part="alongside")
    address = write(as_("ines"), cast, jade)
    assert as_("maya").get(address).status_code == 404
    Member.objects.filter(account=cast.ines).update(to_on=timezone.localdate())
    assert as_("maya").get(address).status_code == 200
    assert "Words still to be placed" in as_("maya").get("/today/").content.decode()
    assert as_("dev").get(address).status_code == 404, "who was asked in does not lead"
    told = {"piece_0": str(cast.journey.pk), "piece_1": str(jade.pk), "piece_2": "each"}
    assert as_("maya").post(address, told).status_code == 302
    assert {talk.by for talk in Conversation.objects.all()} == {cast.ines}, "the words stay hers"
    assert ines_lead.journey == jade
