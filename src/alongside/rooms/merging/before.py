"""How two records stood before they were put together, row by row over the registry of holdings."""

from collections.abc import Iterator
from typing import Any, TypedDict

from django.db import models

from alongside.rooms.people.acts.person import CHANGEABLE
from alongside.rooms.people.holdings import Holding, Merge, all_holdings
from alongside.rooms.people.models import Person

Label = str


class Mention(TypedDict):
    """A row about somebody that names one of the two. was: whom."""

    label: Label
    pk: int
    field: str
    was: int


class Before(TypedDict):
    """chosen: of the fields of the kept record, those that were changed, with what stood there before and what was put there, as text.

    moved: the rows of the other that hung on it directly. there: all rows of both, so that what came later is known from them.
    joined: the times with someone that went on within another.
    """

    chosen: dict[str, tuple[str, str]]
    moved: dict[Label, list[int]]
    there: dict[Label, list[int]]
    mentions: list[Mention]
    joined: list[int]


def as_text(person: Person, field: str) -> str:
    """A field as it is written down: a date as ISO 8601 to the precision known."""
    value = getattr(person, field)
    return str(getattr(value, "text", value) if value is not None else "")


def put(person: Person, field: str, text: str) -> None:
    """The other way: through the field's own reading of text."""
    column: Any = Person._meta.get_field(field)
    value = text == "True" if isinstance(column, models.BooleanField) else column.to_python(text) if text else column.get_default()
    setattr(person, field, value)


def hanging_on(person: Person) -> Iterator[tuple[Holding, list[int]]]:
    """The rows that move with a record: those of holdings that say so."""
    for holding in all_holdings():
        if holding.merge == Merge.REPOINT:
            yield holding, list(holding.rows(person).order_by("pk").values_list("pk", flat=True))


def everything(*people: Person) -> dict[Label, list[int]]:
    return {
        holding.label: [pk for person in people for pk in holding.rows(person).order_by("pk").values_list("pk", flat=True)]
        for holding in all_holdings()
        if holding.merge in (Merge.REPOINT, Merge.WITH_PARENT)
    }


def naming(*people: Person) -> Iterator[tuple[Holding, str, Any]]:
    """Rows of anybody that name one of these beside the person they are about: holding, field, row."""
    for holding in all_holdings():
        for field in holding.mentions:
            for row in holding.model._default_manager.filter(**{f"{field}__in": people}).order_by("pk"):
                yield holding, field, row


def what_is_held(person: Person) -> list[tuple[Holding, int]]:
    """What a record holds, for someone who compares two: each holding and how many rows."""
    counted = [(one, one.rows(person).count()) for one in all_holdings() if one.merge in (Merge.REPOINT, Merge.WITH_PARENT)]
    return [(holding, many) for holding, many in counted if many]


FIELDS = [field for field in CHANGEABLE if field != "somewhere_safe"]
