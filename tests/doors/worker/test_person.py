"""The person's page: what stands where, and what it costs."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alongside.rooms.journeys.models import Matter
from alongside.rooms.journeys.models.matter import front_of
from tests import factories as f
from tests.conftest import Cast

As = Callable[[str], Client]


def fill(cast: Cast, rows: int) -> None:
    causes = [f.CauseFactory(journey=cast.journey) for _ in range(rows)]
    for cause in causes[1:]:
        f.LeadsToFactory(cause=causes[0], effect=cause)
    for _ in range(rows):
        f.ConversationFactory(journey=cast.journey, by=cast.ines)
        f.MatterFactory(journey=cast.journey, by=cast.ines)
        f.TieFactory(person=cast.sam)
        f.LifeEventFactory(person=cast.sam)
        f.CheckInFactory(journey=cast.journey)
        f.AttachmentFactory(journey=cast.journey, by=cast.ines)
        f.ActionFactory(journey=cast.journey, led_by="team", leader_account=cast.ines, matter=Matter.objects.last())
        f.InvolvementFactory(journey=cast.journey, part="alongside")


def queries(client: Client, address: str) -> int:
    cache.clear()
    with CaptureQueriesContext(connection) as counted:
        assert client.get(address).status_code == 200
    return len(counted)


@pytest.mark.parametrize(
    "page", ["", "story/", "life/", "ties/", "causes/", "matters/", "actions/", "check-ins/", "alongside/", "turned-round/", "attachments/"]
)
def test_one_row_and_twenty_take_the_same_queries_and_at_most_fifteen(page: str, cast: Cast, as_: As) -> None:
    maya, address = as_("maya"), f"/people/{cast.sam.ref}/{page}"
    fill(cast, 1)
    one = queries(maya, address)
    fill(cast, 19)
    assert queries(maya, address) == one
    assert one <= 15


@pytest.mark.parametrize("address", ["/today/", "/people/"])
def test_one_person_and_twenty_take_the_same_queries(address: str, cast: Cast, as_: As) -> None:
    maya = as_("maya")
    f.ConversationFactory(journey=cast.journey)
    f.ActionFactory(journey=cast.journey, led_by="team", leader_account=cast.maya)
    one = queries(maya, address)
    for _ in range(19):
        journey = f.JourneyFactory(team=cast.hub)
        f.InvolvementFactory(journey=journey, account=cast.maya)
        f.ConversationFactory(journey=journey)
        f.ActionFactory(journey=journey, led_by="team", leader_account=cast.maya)
    assert queries(maya, address) == one
    assert one <= 15


def test_what_matters_stands_before_any_button_or_alert(cast: Cast, as_: As) -> None:
    f.MatterFactory(journey=cast.journey, words="Sleeping through the night")
    f.ActionFactory(journey=cast.journey, what="Ring the landlord", due_on=timezone.localdate() - timedelta(days=1))
    page = as_("maya").get(f"/people/{cast.sam.ref}/").content.decode().split("<main")[1]
    assert page.index("<h1>Sam") < page.index("Sleeping through") < page.index("Write up a conversation") < page.index("Ring the landlord")


def test_three_stand_in_front_in_the_order_they_put_them(cast: Cast) -> None:
    for number in range(5):
        f.MatterFactory(journey=cast.journey, words=f"Matter {number}")
    f.MatterFactory(journey=cast.journey, words="kept off", kept_off=True)
    f.MatterFactory(journey=cast.journey, words="ours", whose="ours")
    f.MatterFactory(journey=cast.journey, words="elsewhere", from_elsewhere=True)
    assert [matter.words for matter in front_of(Matter.objects.of(cast.sam).holding())] == ["Matter 4", "Matter 3", "Matter 2"]


def test_brought_in_words_are_marked_and_never_in_front(cast: Cast, as_: As) -> None:
    f.MatterFactory(journey=cast.journey, words="From the old list", from_elsewhere=True)
    maya = as_("maya")
    assert "From the old list" not in maya.get(f"/people/{cast.sam.ref}/").content.decode()
    listed = maya.get(f"/people/{cast.sam.ref}/matters/").content.decode()
    assert "from another system, not written with the person" in listed


def test_turned_round_shows_only_what_is_safe(cast: Cast, as_: As) -> None:
    cast.sam.safety_note, cast.sam.phone, cast.sam.reach = "Dog bites", "01632 960999", "Not when Lee is in"
    cast.sam.save()
    for row, words in ((f.MatterFactory, "words"), (f.CauseFactory, "what"), (f.ActionFactory, "what")):
        row(journey=cast.journey, kept_off=True, **{words: f"kept off {row.__name__}"})
    f.TieFactory(person=cast.sam, name="kept off Lee", kept_off=True)
    f.TieFactory(person=cast.sam, name="Jade")
    f.ConversationFactory(journey=cast.journey, words="What was told in trust")
    page = as_("maya").get(f"/people/{cast.sam.ref}/turned-round/").content.decode()
    assert "Jade" in page
    for unseen in ("kept off", "Dog bites", "01632", "Lee is in", "told in trust"):
        assert unseen not in page


def test_a_vicious_circle_is_told_as_one(cast: Cast, as_: As) -> None:
    fright, unopened = (f.CauseFactory(journey=cast.journey, what=what) for what in ("Fright of the post", "Letters unopened"))
    f.LeadsToFactory(cause=fright, effect=unopened)
    f.LeadsToFactory(cause=unopened, effect=fright)
    page = as_("maya").get(f"/people/{cast.sam.ref}/").content.decode()
    assert "cause--circle" in page
    assert "leads back to" in page


def test_a_person_with_nothing_yet_has_kind_sentences(cast: Cast, as_: As) -> None:
    page = as_("maya").get(f"/people/{cast.sam.ref}/").content.decode()
    for sentence in ("has not been written down yet", "Nothing written up yet", "Nobody is on the map yet", "Nothing agreed yet"):
        assert sentence in page


@pytest.mark.parametrize("markup", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7|add:7 }}", "‮Ram"])
def test_markup_in_any_field_is_text(markup: str, cast: Cast, as_: As) -> None:
    cast.sam.called = cast.sam.reach = cast.sam.access_needs = cast.sam.safety_note = markup
    cast.sam.save()
    f.MatterFactory(journey=cast.journey, words=markup)
    f.TieFactory(person=cast.sam, name=markup, relation=markup)
    f.CauseFactory(journey=cast.journey, what=markup)
    f.ActionFactory(journey=cast.journey, what=markup, led_by="circle", leader_name=markup)
    f.ConversationFactory(journey=cast.journey, words=markup, where=markup[:50], who=markup)
    f.LifeEventFactory(person=cast.sam, what=markup)
    f.CheckInFactory(journey=cast.journey, words=markup)
    for page in ("", "story/", "life/", "ties/", "causes/", "matters/", "actions/", "turned-round/", "alongside/", "about/"):
        answer = as_("maya").get(f"/people/{cast.sam.ref}/{page}").content.decode()
        assert "<script>alert" not in answer
        assert "<img src=x" not in answer


def test_a_secret_address_is_in_no_output_and_in_no_row(cast: Cast, as_: As) -> None:
    """Planted, then made secret: searched for in every page and every table."""
    from django.apps import apps  # noqa: PLC0415

    from tests.doors.urls import OF_A_PERSON  # noqa: PLC0415

    planted = "13 Hiding Place"
    maya, about = as_("maya"), f"/people/{cast.sam.ref}/about/"
    known = {"called": "Sam", "address": planted, "postcode": "HP1 3NG"}
    assert maya.post(about, known).status_code == 302
    assert planted in maya.get(f"/people/{cast.sam.ref}/").content.decode()
    assert maya.post(about, {**known, "somewhere_safe": "on"}).status_code == 302
    pages = [maya.get(url.address(cast)).content.decode(errors="replace") for url in OF_A_PERSON]
    pages += [
        maya.get(address).content.decode() for address in ("/today/", "/people/", f"/people/?called={planted}", "/team/", "/not-safe/")
    ]
    rows = [str(list(model._default_manager.values())) for model in apps.get_models() if model.__module__.startswith("alongside.")]
    assert not [text for text in pages + rows if "Hiding" in text.replace(f'value="{planted}"', "") or "HP1 3NG" in text]


def test_a_secret_address_cannot_be_written_again(cast: Cast, as_: As) -> None:
    cast.sam.somewhere_safe = True
    cast.sam.save()
    answer = as_("maya").post(f"/people/{cast.sam.ref}/about/", {"called": "Sam", "somewhere_safe": "on", "address": "13 Hiding Place"})
    assert answer.status_code == 422
    cast.sam.refresh_from_db()
    assert cast.sam.address == ""


def test_it_says_how_far_the_lead_has_moved(cast: Cast, as_: As) -> None:
    for led_by in ("person", "person", "circle", "community", "team", "service"):
        f.ActionFactory(journey=cast.journey, led_by=led_by)
    f.ActionFactory(journey=cast.journey, led_by="", standing="idea")
    page = as_("maya").get(f"/people/{cast.sam.ref}/").content.decode()
    assert "Of 6 agreed or done: Sam leads 2, people around them 2, the team or a service 2." in page
