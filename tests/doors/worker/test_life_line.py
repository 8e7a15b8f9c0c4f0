"""The life line: one order of time, what is shown chosen without a script, long lines as cheap as short ones."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alongside.core.partial_date import PartialDate
from tests import factories
from tests.conftest import Cast

As = Callable[[str], Client]


def kinds(page: str) -> list[str]:
    return re.findall(r'class="moment moment--([a-z-]+)"', page)


@pytest.fixture
def line(cast: Cast) -> str:
    """One moment of each kind, on Sam's line; the address of its page."""
    factories.LifeEventFactory(person=cast.sam, what="Jade was born", when=PartialDate("2014"))
    factories.LifeEventFactory(person=cast.sam, what="A final notice", when=PartialDate("2025-03"), service="Council tax")
    factories.ConversationFactory(journey=cast.journey, words="Tea, and the allotment.", held_on=date(2026, 3, 5))
    factories.ActionFactory(journey=cast.journey, what="Open the bag", standing="done", done_on=date(2026, 3, 9))
    factories.CheckInFactory(journey=cast.journey, on=date(2026, 3, 17), words="It’s good.")
    return f"/people/{cast.sam.ref}/life/"


def test_all_kinds_of_moment_stand_in_one_order_of_time(line: str, as_: As) -> None:
    page = as_("maya").get(line).content.decode()
    assert kinds(page) == ["check-in", "done", "conversation", "contact", "event"]
    assert re.findall(r'<h2 class="h3" id="y\d+">(\d+)</h2>', page) == ["2026", "2025", "2014"]
    assert '<span class="quiet">Council tax:</span> A final notice' in page
    assert '<span class="life__when">March 2025</span>' in page


def test_what_is_shown_is_chosen_with_no_script(line: str, as_: As) -> None:
    page = as_("maya").get(f"{line}?show=contact&show=event").content.decode()
    assert kinds(page) == ["contact", "event"]
    assert re.findall(r'value="([a-z-]+)" id="show-[a-z-]+"( checked)?', page) == [
        ("event", " checked"),
        ("contact", " checked"),
        ("conversation", ""),
        ("done", ""),
        ("check-in", ""),
    ]
    assert kinds(as_("maya").get(f"{line}?show=nonsense").content.decode()) == ["check-in", "done", "conversation", "contact", "event"]


def test_a_conversation_leads_to_its_words_in_the_story(line: str, cast: Cast, as_: As) -> None:
    talk = cast.journey.conversations.get()
    page = as_("maya").get(line).content.decode()
    assert f'<a href="/people/{cast.sam.ref}/story/#talk-{talk.pk}">Tea, and the allotment.</a>' in page


def test_a_contact_with_a_service_is_added_on_the_page(cast: Cast, as_: As) -> None:
    told = {"what": "Two visits", "when_year": "2025", "service": "Enforcement agents"}
    assert as_("maya").post(f"/people/{cast.sam.ref}/life/", told).status_code == 302
    event = cast.sam.life_events.get()
    assert (event.what, event.service, event.when) == ("Two visits", "Enforcement agents", PartialDate("2025"))


@pytest.mark.slow
def test_a_line_of_five_hundred_takes_the_queries_of_one(line: str, cast: Cast, as_: As) -> None:
    """Slow: 500 rows."""
    maya, today = as_("maya"), timezone.localdate()
    maya.get(line)
    with CaptureQueriesContext(connection) as few:
        maya.get(line)
    for number in range(500):
        factories.ConversationFactory(journey=cast.journey, held_on=today - timedelta(days=7 * number))
    with CaptureQueriesContext(connection) as many:
        page = maya.get(line).content.decode()
    assert len(many) == len(few)
    assert len(kinds(page)) == 505
