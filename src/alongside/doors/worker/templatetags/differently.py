"""The person's own view, beside a text of ours."""

from typing import Any

from django import template

from alongside.rooms.people.models import Person
from alongside.rooms.sharing.models import Disagreement

register = template.Library()
Beside = dict[tuple[str, int], list[Disagreement]]


@register.simple_tag
def seen_differently(person: Person) -> Beside:
    """What the person sees differently, by the label and number of the row it stands beside. Costs one query a page."""
    beside: Beside = {}
    for one in Disagreement.objects.of(person):
        beside.setdefault((one.label, one.row), []).append(one)
    return beside


@register.inclusion_tag("worker/_seen_differently.html")
def differently(beside: Beside, label: str, pk: int, person: Person) -> dict[str, Any]:
    return {"said": beside.get((label, pk), ()), "name": person.called}
