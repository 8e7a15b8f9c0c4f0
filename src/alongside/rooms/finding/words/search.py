"""Words in conversations, matters and things agreed, of the people one may see: the newest first, the gate in the same query."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import CharField, DateField, TextField, Value
from django.db.models.functions import Cast, Concat, TruncDate

from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.finding.words.index import ACTIONS, CONVERSATIONS, MATTERS, rows_with
from alongside.rooms.journal.acts import note_reads
from alongside.rooms.journeys.models import Action, Conversation, Matter
from alongside.rooms.people.models import Person

ACT = "finding.passage_opened"


class Found(NamedTuple):
    """kind: conversation, matter or action. on: when it was said, or written down."""

    kind: str
    pk: int
    on: date
    words: str
    person: int
    ref: str
    called: str


def find_words(*, words: Sequence[str], viewer: Viewer) -> Any:
    """What holds all of the words, as rows for `Found`, to be cut into pages. words: from `words_sought`, at least one."""
    talks = _rows(Conversation, rows_with(CONVERSATIONS, words), viewer, "conversation", "held_on", "words")
    matters = _rows(Matter, rows_with(MATTERS, words), viewer, "matter", "said_on", "words")
    agreed = Concat("what", Value("\n"), "outcome", output_field=TextField())
    actions = _rows(Action, rows_with(ACTIONS, words), viewer, "action", TruncDate("at"), agreed)
    return talks.union(matters, actions, all=True).order_by("-found_on", "kind", "-pk")


def _rows(model: Any, holding: Any, viewer: Viewer, kind: str, on: Any, words: Any) -> Any:
    columns = {"kind": Value(kind, output_field=CharField()), "found_on": Cast(on, DateField()), "found": Cast(words, TextField())}
    rows = model.objects.visible_to(viewer).filter(pk__in=holding).order_by().annotate(**columns)
    return rows.values_list("kind", "pk", "found_on", "found", "journey__person", "journey__person__ref", "journey__person__called")


def note_passages(found: Sequence[Found], *, viewer: Viewer) -> None:
    """Tell the journal of one read for each person of whom a passage is shown. Two queries, however many there are."""
    people: Any = Person.objects.filter(pk__in={one.person for one in found}).with_ground(viewer)
    note_reads(act=ACT, by=viewer.account, read=[(person, person.ground) for person in people])
