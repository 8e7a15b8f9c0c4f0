"""What stands on the page of someone of whom only parts are shared."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.utils.formats import date_format

from alongside.foundation.templatetags.components import known
from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.journeys.models import Action, Cause, CheckIn, Conversation, Matter
from alongside.rooms.people.models import LifeEvent, Person, Tie
from alongside.rooms.people.parts import Part
from alongside.rooms.sharing.grounds import parts_for

MOST = 500  # rows of one kind


class Line(NamedTuple):
    """own: whether it is in the person's own words. when: a day in words, or empty."""

    words: str
    more: str = ""
    own: bool = False


def shown_parts(person: Person, viewer: Viewer) -> list[tuple[Part, list[Line]]]:
    """Each part that is covered, in order, with its lines; also one in which nothing stands. One query a kind of row."""
    covered = parts_for(person, viewer)
    return [(part, LINES[part](person, viewer)) for part in Part if part in covered]


def _rows(model: Any, person: Person, viewer: Viewer) -> Any:
    """Through the gate for this part; what is kept off what is looked at together stays off here too."""
    rows = model.objects.shared_with(viewer).of(person)
    return (rows.filter(kept_off=False) if any(field.name == "kept_off" for field in model._meta.fields) else rows)[:MOST]


def _day(day: Any) -> str:
    return date_format(day, "j F Y")


def _matters(person: Person, viewer: Viewer) -> list[Line]:
    return [Line(row.words, _day(row.said_on), row.whose == Matter.Whose.THEIRS) for row in _rows(Matter, person, viewer)]


def _talks(person: Person, viewer: Viewer) -> list[Line]:
    rows = _rows(Conversation, person, viewer).select_related("by")
    return [Line(row.words, f"{_day(row.held_on)}, {row.by.called}") for row in rows]


def _people(person: Person, viewer: Viewer) -> list[Line]:
    return [Line(row.name, ", ".join(filter(None, [row.relation, str(row.get_strength_display())]))) for row in _rows(Tie, person, viewer)]


def _behind(person: Person, viewer: Viewer) -> list[Line]:
    causes = [Line(row.what, str(row.get_seen_by_display())) for row in _rows(Cause, person, viewer)]
    return causes + [Line(row.what, known(row.when)) for row in _rows(LifeEvent, person, viewer)]


def _agreed(person: Person, viewer: Viewer) -> list[Line]:
    return [Line(row.what, str(row.get_standing_display())) for row in _rows(Action, person, viewer)]


def _control(person: Person, viewer: Viewer) -> list[Line]:
    said = _rows(CheckIn, person, viewer)
    return [Line(row.words or str(row.get_weather_display()) or str(row.score), _day(row.on), bool(row.words)) for row in said]


def _reach(person: Person, viewer: Viewer) -> list[Line]:
    """How, when and by which number; never where they live."""
    return [Line(one) for one in (person.reach, person.phone, person.email, person.language, person.access_needs) if one]


LINES: dict[Part, Callable[[Person, Viewer], list[Line]]] = {
    Part.MATTERS: _matters,
    Part.TALKS: _talks,
    Part.PEOPLE: _people,
    Part.BEHIND: _behind,
    Part.AGREED: _agreed,
    Part.CONTROL: _control,
    Part.REACH: _reach,
}
