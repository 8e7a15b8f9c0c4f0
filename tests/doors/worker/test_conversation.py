"""Write up a conversation: one page, one save, everything in its place."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from alongside.rooms.journal.models import Entry
from alongside.rooms.journeys.models import Action, Cause, CheckIn, Conversation, Matter
from alongside.rooms.people.models import Tie
from tests.conftest import Cast

As = Callable[[str], Client]


def save(client: Client, cast: Cast, **said: str | list[str]) -> int:
    filled = {"words": "Talked on the step.", "when": "today", "client_key": str(uuid4()), **said}
    return client.post(f"/people/{cast.sam.ref}/conversations/new/", filled).status_code


def test_words_alone_are_a_whole_record(cast: Cast, as_: As) -> None:
    assert save(as_("ines"), cast) == 302
    talk = Conversation.objects.get()
    assert (talk.words, talk.by, talk.held_on, talk.where, talk.minutes) == (
        "Talked on the step.",
        cast.ines,
        timezone.localdate(),
        "",
        None,
    )
    assert Entry.objects.filter(act="journeys.conversation_recorded", by=cast.ines).count() == 1


def test_nothing_is_chosen_beforehand_but_today(cast: Cast, as_: As) -> None:
    page = as_("maya").get(f"/people/{cast.sam.ref}/conversations/new/").content.decode()
    assert page.count(" checked") == 1
    assert 'value="today"' in page.split(" checked")[0].rsplit("<input", 1)[1]


def test_five_lines_land_in_their_places_linked_back(cast: Cast, as_: As) -> None:
    lines = {
        "where": "home",
        "minutes": "40",
        "matters_0_words": "Sleeping through",
        "ties_0_name": "Jean",
        "ties_0_strength": "strong",
        "causes_0_what": "Banging at night",
        "causes_0_seen_by": "theirs",
        "agreed_0_what": "View the flat",
        "agreed_0_led_by": "person",
        "agreed_1_what": "Ring the landlord",
        "agreed_1_led_by": "team",
        "agreed_1_due_on": "2027-01-04",
        "check_in_0_score": "0",
        "check_in_0_more": "on",
    }
    assert save(as_("maya"), cast, **lines) == 302
    talk = Conversation.objects.get()
    assert (talk.where, talk.minutes) == ("At home", 40)
    assert Matter.objects.get().conversation == Cause.objects.get().conversation == CheckIn.objects.get().conversation == talk
    assert Matter.objects.get().read_back_on is None
    assert (Tie.objects.get().name, Tie.objects.get().strength) == ("Jean", "strong")
    assert (CheckIn.objects.get().score, CheckIn.objects.get().expects_more) == (0, True)
    assert list(Action.objects.order_by("pk").values_list("led_by", "leader_account")) == [("person", None), ("team", cast.maya.pk)]
    assert set(Action.objects.values_list("conversation", flat=True)) == {talk.pk}


def test_saving_the_same_form_twice_gives_one_conversation(cast: Cast, as_: As) -> None:
    key = str(uuid4())
    for _ in range(2):
        assert save(as_("maya"), cast, client_key=key, matters_0_words="Sleeping through") == 302
    assert (Conversation.objects.count(), Matter.objects.count()) == (1, 1)


def test_anothers_key_gives_nothing_of_theirs(cast: Cast, as_: As) -> None:
    from tests import factories  # noqa: PLC0415

    other = factories.ConversationFactory(words="Told to another team")
    assert save(as_("maya"), cast, client_key=str(other.client_key)) in (302, 422)
    assert Conversation.objects.get(pk=other.pk).words == "Told to another team"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"words": " "}, "Write something here"),
        ({"when": "other"}, "Say which day it was"),
        ({"when": "other", "other_day": (timezone.localdate() + timedelta(days=1)).isoformat()}, "still to come"),
        ({"agreed_0_what": "View the flat"}, "Say who leads it"),
        ({"ties_0_relation": "sister"}, "empty the rest of this line"),
        ({"agreed_2_leader_name": "Jean"}, "empty the rest of this line"),
        ({"words": "x" * 20_001}, "20000"),
        ({"client_key": "no key"}, "UUID"),
    ],
)
def test_what_is_refused_says_why_and_keeps_every_word(said: dict[str, str], sentence: str, cast: Cast, as_: As) -> None:
    filled = {"words": "A long walk", "when": "today", "client_key": str(uuid4()), "matters_0_words": "My mum", **said}
    answer = as_("maya").post(f"/people/{cast.sam.ref}/conversations/new/", filled)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert sentence in page
    assert "My mum" in page
    assert not Conversation.objects.exists()
    assert not Matter.objects.exists()


def test_yesterday_and_another_day(cast: Cast, as_: As) -> None:
    today = timezone.localdate()
    save(as_("maya"), cast, when="yesterday")
    save(as_("maya"), cast, when="other", other_day=(today - timedelta(days=9)).isoformat())
    assert list(Conversation.objects.order_by("pk").values_list("held_on", flat=True)) == [
        today - timedelta(days=1),
        today - timedelta(days=9),
    ]


def test_the_persons_words_stand_apart(cast: Cast, as_: As) -> None:
    save(as_("maya"), cast, words="“I rang them myself.”\nViewing on Monday.")
    page = as_("maya").get(f"/people/{cast.sam.ref}/").content.decode()
    assert '<blockquote class="words words--heard"><p>I rang them myself.</p></blockquote>' in page
