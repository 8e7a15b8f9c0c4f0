"""Where one lately met someone and who was there, as taps: what was written once is not typed again."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from alongside.rooms.journeys.models import Conversation
from alongside.rooms.people.models import Person, Tie

AND = re.compile(r",| and ")
LATELY = 12  # conversations
MOST_PLACES, MOST_PEOPLE = 3, 6


class Recent(NamedTuple):
    """places: newest first, without those that are always offered. people: those lately there, then those on their map."""

    places: list[str]
    people: list[str]


def recent(person: Person, always: Iterable[str]) -> Recent:
    """Costs two queries."""
    talks = list(Conversation.objects.of(person).order_by("-held_on", "-pk").values_list("where", "who")[:LATELY])
    names = [name.split(",")[0] for name in Tie.objects.of(person).filter(kept_off=False).values_list("name", flat=True)]
    places = dict.fromkeys(where for where, _who in talks if where and where not in always)
    there = dict.fromkeys(one.strip() for _where, who in talks for one in AND.split(who) if one.strip())
    return Recent(list(places)[:MOST_PLACES], list(dict.fromkeys([*there, *names]))[:MOST_PEOPLE])
