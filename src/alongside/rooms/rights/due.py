"""Whose story comes up to be looked at: our time with them ended longer ago than the rule says, and nothing holds it."""

from datetime import date
from typing import Any, NamedTuple

from django.db.models import Exists, Max, OuterRef, Q

from alongside.core.calendar import months_later
from alongside.rooms.journeys.models import Journey
from alongside.rooms.people.models import Person
from alongside.rooms.rights.models import Hold, RetentionRule
from alongside.rooms.teams.models import Place

EVERYTHING = "people.Person"


class Due(NamedTuple):
    """ended_on: the last day of our time with them. since: the day from which it may be disposed of."""

    person: Person
    ended_on: date
    since: date
    rule: RetentionRule


def standing_holds(on: date) -> Any:
    return Hold.objects.filter(ended_at=None).filter(Q(until_on=None) | Q(until_on__gte=on))


def due_for_review(*, place: Place, on: date, most: int = 200) -> list[Due]:
    """The longest ended first. Nothing is due without a rule for everything. Two queries."""
    rule = RetentionRule.objects.filter(place=place, label=EVERYTHING).first()
    if rule is None:
        return []
    going_on = Journey.objects.filter(person=OuterRef("pk")).walking()
    held = standing_holds(on).filter(person=OuterRef("pk"))
    ended: Any = Person.objects.filter(~Exists(going_on), ~Exists(held), journeys__team__place=place)
    rows = ended.annotate(ended_on=Max("journeys__ended_on")).filter(ended_on__lte=_months_before(on, rule.months))
    return [Due(one, one.ended_on, months_later(one.ended_on, rule.months), rule) for one in rows.order_by("ended_on", "pk")[:most]]


def _months_before(day: date, months: int) -> date:
    return months_later(day, -months)
