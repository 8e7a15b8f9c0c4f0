"""Owen, of another team, on his own person's pages, with the numbers of Sam's rows: in an address, in a form."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from alongside.rooms.journeys.models import Action, Involvement, Journey, LeadsTo
from tests import factories
from tests.conftest import Cast
from tests.doors.urls import OF_A_PERSON, ROW_BEHIND, Url

As = Callable[[str], Client]
TAPS = {"do": "take_out", "standing": "done", "led_by": "person", "what": "Changed", "seen_by": "ours", "name": "Changed"}
NO_NUMBERS = ["", "x", "-1", "1.0", "9" * 40, "\x00"]


@pytest.fixture
def pats(cast: Cast) -> Journey:
    """Owen's time with Pat."""
    journey: Journey = factories.JourneyFactory(person__called="Pat", person__by=cast.owen, team=cast.south)
    factories.InvolvementFactory(journey=journey, account=cast.owen)
    return journey


@pytest.mark.parametrize("url", [url for url in OF_A_PERSON if "pk" in url.values], ids=lambda url: url.name)
def test_no_row_of_another_person_is_reached_through_ones_own(url: Url, cast: Cast, pats: Journey, as_: As) -> None:
    row = ROW_BEHIND[url.name.split(":")[1]](cast.journey)
    before = list(type(row).objects.filter(pk=row.pk).values())
    address = reverse(url.name, kwargs={"ref": pats.person.ref, "pk": row.pk, **({"kind": "matter"} if "kind" in url.values else {})})
    owen = as_("owen")
    assert owen.get(address).status_code in (404, 405)
    assert owen.post(address, TAPS).status_code in (404, 405)
    assert list(type(row).objects.filter(pk=row.pk).values()) == before


def _post(client: Client, journey: Journey, part: str, **said: object) -> HttpResponse:
    return client.post(f"/people/{journey.person.ref}/{part}", said)


def test_nothing_of_another_person_is_taken_from_a_form(cast: Cast, pats: Journey, as_: As) -> None:
    owen, mine = as_("owen"), factories.CauseFactory(journey=pats)
    cause, matter = factories.CauseFactory(journey=cast.journey), factories.MatterFactory(journey=cast.journey)
    action = factories.ActionFactory(journey=pats)
    answers = [
        _post(owen, pats, "causes/join/", cause=mine.pk, effect=cause.pk),
        _post(owen, pats, "causes/join/", cause=cause.pk, effect=mine.pk),
        _post(owen, pats, "causes/", what="Late", leads_to=cause.pk),
        _post(owen, pats, "actions/", what="Ring", led_by="person", matter=matter.pk),
        _post(owen, pats, f"actions/{action.pk}/", what="Ring", matter=matter.pk),
    ]
    assert [answer.status_code for answer in answers] == [422] * 5
    assert not LeadsTo.objects.exists()
    assert not Action.objects.filter(matter=matter).exists()
    assert not any(matter.words in answer.content.decode() for answer in answers)


@pytest.mark.parametrize("who", ["maya", "priya"])
def test_the_lead_is_handed_to_nobody_outside_the_team(who: str, cast: Cast, pats: Journey, as_: As) -> None:
    assert _post(as_("owen"), pats, "alongside/hand-over/", to=getattr(cast, who).pk).status_code == 422
    assert Involvement.objects.get(journey=pats, to_on=None).account == cast.owen


def test_only_a_worker_is_asked_in(cast: Cast, pats: Journey, as_: As) -> None:
    assert _post(as_("owen"), pats, "alongside/ask-in/", account=cast.priya.pk, yes="on").status_code == 422


@pytest.mark.parametrize("number", NO_NUMBERS)
def test_what_is_no_number_is_refused_in_words(number: str, cast: Cast, pats: Journey, as_: As) -> None:
    owen = as_("owen")
    for part, field in (("alongside/ask-in/", "account"), ("alongside/hand-over/", "to"), ("causes/join/", "cause")):
        assert _post(owen, pats, part, **{field: number}).status_code == 422
    assert owen.get(f"/people/?called={number}").status_code == 200


@pytest.mark.slow
@pytest.mark.parametrize(
    "word", ["<script>alert(1)</script>", "</textarea><img src=x onerror=alert(1)>", "\u202eevil", "{{ 7 }}", "%s' OR 1=1--", "🧑🏽‍🦽"]
)
def test_whatever_is_written_is_kept_as_it_is_and_is_never_markup(word: str, cast: Cast, as_: As) -> None:
    """Slow: eighteen pages."""
    maya, ref = as_("maya"), cast.sam.ref
    for part, said in {
        "about/": {"called": word, "reach": word, "safety_note": word, "phone": word, "address": word},
        "matters/": {"words": word, "whose": "theirs"},
        "ties/": {"name": word, "relation": word},
        "causes/": {"what": word},
        "actions/": {"what": word, "led_by": "circle", "leader_name": word},
        "life/": {"what": word, "when_year": "2020"},
        "check-ins/": {"words": word},
        "how-we-met/": {"words": word, "where": word},
        "conversations/new/": {"words": word, "who": word, "when": "today", "client_key": "12345678-1234-4234-8234-123456789012"},
    }.items():
        assert maya.post(f"/people/{ref}/{part}", said).status_code == 302, part
    cast.sam.refresh_from_db()
    assert cast.sam.called == word
    for part in ("", "turned-round/", "ties/", "causes/", "life/", "matters/", "actions/", "check-ins/", "story/"):
        page = maya.get(f"/people/{ref}/{part}").content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page


@pytest.mark.slow
def test_a_null_byte_is_refused_in_words_everywhere(cast: Cast, as_: As) -> None:
    """Slow: ten pages."""
    said = dict.fromkeys(
        ("called", "words", "met_words", "what", "name", "reach", "when", "client_key", "email", "password", "when_year", "where"), "a\x00"
    )
    for part in ("about/", "matters/", "ties/", "causes/", "actions/", "life/", "check-ins/", "how-we-met/", "conversations/new/"):
        assert as_("maya").post(f"/people/{cast.sam.ref}/{part}", said).status_code == 422, part
    assert Client().post("/sign-in/", said).status_code == 422
