"""Lines drawn out of words that are kept: later, by a colleague, from what was recognised. And what writing up takes."""

import html
import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from alongside.rooms.journeys.models import Action, Conversation, Matter
from alongside.rooms.teams.acts import LONGEST_WRITING, add_writing_time
from alongside.rooms.teams.models import WritingWeek
from tests import factories
from tests.conftest import Cast
from tests.doors.worker.test_conversation import save

As = Callable[[str], Client]
WORDS = "I ring the landlord by Friday. Jade was there.\n“I want my two to sleep through.”"
THURSDAY = date(2026, 11, 26)


@pytest.fixture
def talk(cast: Cast) -> Conversation:
    factories.TieFactory(person=cast.sam, name="Jade, 9")
    return factories.ConversationFactory(journey=cast.journey, words=WORDS, held_on=THURSDAY, by=cast.maya)


def offers(page: bytes) -> list[str]:
    return [html.unescape(one) for one in re.findall(r'<button class="offer"[^>]*>([^<]+)</button>', page.decode())]


def test_a_colleague_draws_lines_out_later_and_none_twice(cast: Cast, as_: As, talk: Conversation) -> None:
    address = f"/people/{cast.sam.ref}/conversations/{talk.pk}/"
    lines = {"matters_0_words": "Sleeping through", "agreed_0_what": "Ring the landlord", "agreed_0_led_by": "team"}
    for _ in range(2):
        assert as_("ines").post(address, lines).status_code == 302
    assert (Matter.objects.get().conversation, Matter.objects.get().by) == (talk, cast.ines)
    assert (Action.objects.get().leader_account, Action.objects.get().conversation) == (cast.ines, talk)
    assert Matter.objects.get().said_on == THURSDAY
    assert as_("ines").post(address, {"matters_0_words": "I want my two to sleep through."}).status_code == 302
    page = as_("maya").get(address).content.decode()
    assert offers(page.encode()) == ["Agreed: I ring the landlord by Friday (Friday 27 November)"], "what was drawn out is offered no more"
    assert '<span class="quiet">What matters:</span> Sleeping through' in page


def test_what_is_recognised_is_offered_and_a_tap_fills_the_line_with_no_script(cast: Cast, as_: As, talk: Conversation) -> None:
    address = f"/people/{cast.sam.ref}/conversations/{talk.pk}/"
    made = offers(as_("maya").get(address).content)
    assert made == ["Agreed: I ring the landlord by Friday (Friday 27 November)", "What matters: I want my two to sleep through."]
    page = as_("maya").post(address, {"take": "0"}).content.decode()
    assert re.search(r'name="agreed_0_what" value="I ring the landlord by Friday"', page)
    assert re.search(r'name="agreed_0_due_on" value="2026-11-27"', page)
    assert not Action.objects.exists(), "a tap alone keeps nothing"
    for wrong in ("7", "-1", "x", "9" * 30):
        assert as_("maya").post(address, {"take": wrong}).status_code == 200


def test_words_being_written_are_looked_through_and_kept_nowhere(cast: Cast, as_: As, talk: Conversation) -> None:
    page = as_("maya").post(f"/people/{cast.sam.ref}/conversations/offers/", {"words": f"{WORDS} <script>alert(1)</script>"})
    assert "Jade was there" in offers(page.content)
    assert b"<script" not in page.content
    assert Conversation.objects.count() == 1
    assert as_("maya").post(f"/people/{cast.sam.ref}/conversations/offers/", {}).content.strip() == b""


def test_recent_places_and_people_are_taps(cast: Cast, as_: As, talk: Conversation) -> None:
    assert save(as_("maya"), cast, where="else", where_else="The allotment", who="Jean") == 302
    page = as_("maya").get(f"/people/{cast.sam.ref}/conversations/new/").content.decode()
    assert page.count(" checked") == 1
    assert 'value="again-The allotment"' in page
    assert re.findall(r'name="there" value="([^"]+)"', page) == ["Jean", "Jade"]
    assert save(as_("maya"), cast, words="Beans.", where="again-The allotment", there=["Jean", "Jade"], who="Kyle") == 302
    newest = Conversation.objects.latest("pk")
    assert (newest.where, newest.who) == ("The allotment", "Jean, Jade, Kyle")


def test_a_tap_that_is_no_longer_offered_is_kept_all_the_same(cast: Cast, as_: As) -> None:
    assert save(as_("maya"), cast, where="again-The pier", there=["Aunt Bo"]) == 302
    newest = Conversation.objects.get()
    assert (newest.where, newest.who) == ("The pier", "Aunt Bo")


def test_seconds_go_into_the_teams_week_and_stand_on_nothing_else(cast: Cast, as_: As) -> None:
    for number in range(5):
        assert save(as_("maya"), cast, words=f"Tea {number}", active_seconds="60", minutes="40") == 302
    monday = timezone.localdate() - timedelta(days=timezone.localdate().weekday())
    assert list(WritingWeek.objects.values_list("team", "monday_on", "seconds", "times")) == [(cast.hub.pk, monday, 300, 5)]
    assert "5 write-ups took us 5 minutes. We had 200 minutes with people." in as_("ines").get("/team/").content.decode()


def test_a_save_sent_again_is_counted_once_and_few_are_not_shown(cast: Cast, as_: As) -> None:
    for _ in range(2):
        assert save(as_("maya"), cast, active_seconds="60") == 302
    assert WritingWeek.objects.get().times == 1
    assert "write-ups took us" not in as_("ines").get("/team/").content.decode()


def test_a_page_left_open_counts_two_hours_at_most(cast: Cast) -> None:
    add_writing_time(team_id=cast.hub.pk, seconds=10**9, on=THURSDAY)
    assert WritingWeek.objects.get().seconds == LONGEST_WRITING
