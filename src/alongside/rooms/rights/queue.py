"""The texts of a record that may hold words about other people: each is looked at before the pack is given."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from alongside.rooms.journeys.models import AboutAnother
from alongside.rooms.people.holdings import Holding, all_holdings
from alongside.rooms.people.models import Person
from alongside.rooms.rights.models import AccessRequest

Where = tuple[str, int, str]


class Text(NamedTuple):
    """One field of one row. taken_out: passages; proposed: those that a worker marked as about somebody else."""

    label: str
    title: str
    row: int
    field: str
    text: str
    looked_at: bool
    taken_out: tuple[str, ...]
    proposed: tuple[str, ...]


def to_look_at(request: AccessRequest) -> list[Text]:
    """In the registry's order. One query a holding, and two."""
    taken, marked = taken_out(request), _marked(request.person)
    found = []
    for holding, row, field, text in _texts(request.person):
        where = (holding.label, row, field)
        proposed = marked.get(row, ()) if holding.label == "journeys.Conversation" and field == "words" else ()
        passages = tuple(one for one in taken.get(where, []) if one)
        found.append(Text(holding.label, holding.title, row, field, text, where in taken, passages, tuple(proposed)))
    return found


def taken_out(request: AccessRequest) -> dict[Where, list[str]]:
    """What was looked at, with the passages taken out of it."""
    taken: dict[Where, list[str]] = defaultdict(list)
    for one in request.redactions.all():
        taken[one.label, one.row, one.field].append(one.passage)
    return taken


def _texts(person: Person) -> Iterator[tuple[Holding, int, str, str]]:
    for holding in all_holdings():
        for field in holding.redact if holding.label != "rights.Redaction" else ():
            rows: Any = holding.rows(person).order_by("pk").values_list("pk", field)
            yield from ((holding, pk, field, str(text)) for pk, text in rows if text)


def _marked(person: Person) -> dict[int, list[str]]:
    marked: dict[int, list[str]] = defaultdict(list)
    for talk, passage in AboutAnother.objects.of(person).values_list("conversation", "passage"):
        marked[talk].append(passage)
    return marked
