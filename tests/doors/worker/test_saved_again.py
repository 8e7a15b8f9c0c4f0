"""Back, and save again: the same conversation, with what is new in it; and no word is lost, whatever key came with it."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

from django.test import Client

from alongside.rooms.journeys.models import Action, Cause, CheckIn, Conversation, Matter
from alongside.rooms.people.models import Tie
from tests.conftest import Cast

As = Callable[[str], Client]
LINES = {
    "matters_0_words": "Sleeping through",
    "ties_0_name": "Jean",
    "causes_0_what": "Banging at night",
    "agreed_0_what": "View the flat",
    "agreed_0_led_by": "person",
    "check_in_0_score": "3",
}


def save(client: Client, cast: Cast, **said: str) -> None:
    filled = {"words": "Rang, all quiet.\r\nWill ring again.", "when": "today", "where": "phone", "client_key": str(uuid4()), **said}
    assert client.post(f"/people/{cast.sam.ref}/conversations/new/", filled).status_code == 302


def kept() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Conversation, Matter, Tie, Cause, Action, CheckIn))


def test_the_same_words_with_a_fresh_key_are_one_conversation(cast: Cast, as_: As) -> None:
    for _ in range(2):
        save(as_("maya"), cast, **LINES)
    assert kept() == (1, 1, 1, 1, 1, 1)


def test_a_line_drawn_out_after_going_back_is_kept(cast: Cast, as_: As) -> None:
    key = str(uuid4())
    save(as_("maya"), cast, client_key=key)
    save(as_("maya"), cast, client_key=key, **LINES)
    save(as_("maya"), cast, client_key=key, **LINES, matters_1_words="Proper hours")
    assert kept() == (1, 2, 1, 1, 1, 1)
    assert set(Matter.objects.values_list("conversation", flat=True)) == {Conversation.objects.get().pk}


def test_other_words_under_the_same_key_are_kept_beside_them(cast: Cast, as_: As) -> None:
    key = str(uuid4())
    save(as_("maya"), cast, client_key=key)
    save(as_("maya"), cast, client_key=key, words="And one thing more.")
    assert set(Conversation.objects.values_list("words", flat=True)) == {"Rang, all quiet.\r\nWill ring again.", "And one thing more."}


def test_the_same_words_later_or_by_another_are_another_conversation(cast: Cast, as_: As) -> None:
    save(as_("maya"), cast)
    save(as_("ines"), cast)
    Conversation.objects.update(at=Conversation.objects.earliest("pk").at - timedelta(minutes=11))
    save(as_("maya"), cast)
    assert Conversation.objects.count() == 3
