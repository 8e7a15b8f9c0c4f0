"""The lines that may be drawn out of a conversation. Each kind adds its fields to the form and reads them back.

A kind has ROWS rows; the page shows a row once the one before it is filled.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.doors.worker.fields import chips, day, short_text
from alongside.rooms.journeys.models import Cause, CheckIn
from alongside.rooms.journeys.models.action import LedBy
from alongside.rooms.people.models import Person, Tie
from alongside.rooms.writeup.acts import AgreedLine, CauseLine, CheckInLine, TieLine

ROWS = 4


@dataclass
class Line:
    """name: as in Drawn. label: on the tap that opens it. rows: the names of the fields in each row."""

    form: forms.Form
    name: str
    label: str
    rows: list[list[str]]
    read: Callable[[dict[str, Any]], Any]

    @property
    def bound_rows(self) -> list[list[BoundField]]:
        return [[self.form[name] for name in row] for row in self.rows]

    @property
    def is_open(self) -> bool:
        """Whether something stands in it: after a refusal the page shows what was written, and an offer that was taken."""
        return any(self.form[name].value() for row in self.rows for name in row)


def _add(form: forms.Form, name: str, fields: Mapping[str, Callable[[], forms.Field]], rows: int = ROWS) -> list[list[str]]:
    """Add the rows to the form; to one that was sent, those up to the last that says something, and one more."""
    names = [[f"{name}_{row}_{part}" for part in fields] for row in range(rows)]
    if form.is_bound:
        said = [number for number, row in enumerate(names) if any(form.data.get(one, "").strip() for one in row)]
        names = names[: max(said, default=-1) + 2]
    for row_names in names:
        for row_name, make in zip(row_names, fields.values(), strict=True):
            form.fields[row_name] = make()
        form.fields[row_names[0]].widget.attrs["placeholder"] = " "  # the style sheet shows the next row once this is filled
    return names


def _filled(form: forms.Form, said: dict[str, Any], rows: list[list[str]]) -> list[list[Any]]:
    """The rows that say something. One that says something, but not its first thing, is refused: no word is dropped."""
    filled = []
    for row in rows:
        values = [said.get(name) for name in row]
        if str(values[0] or "").strip():
            filled.append(values)
        elif any(values) and row[0] not in form.errors:
            form.add_error(row[0], gettext_lazy("Write something here, or empty the rest of this line."))
    return filled


def matter_lines(form: forms.Form) -> Line:
    fields = {"words": lambda: short_text(gettext_lazy("What matters, in their words"), longest=2000)}
    rows = _add(form, "matters", fields)
    return Line(form, "matters", _("what matters"), rows, lambda said: [row[0] for row in _filled(form, said, rows)])


def tie_lines(form: forms.Form) -> Line:
    fields: dict[str, Callable[[], forms.Field]] = {
        "name": lambda: short_text(gettext_lazy("Who"), longest=120),
        "relation": lambda: short_text(gettext_lazy("How they know each other"), longest=120),
        "strength": lambda: chips(gettext_lazy("How strong"), Tie.Strength.choices),
    }
    rows = _add(form, "ties", fields)
    return Line(
        form,
        "ties",
        _("someone in their life"),
        rows,
        lambda said: [
            TieLine(name, relation or "", strength or Tie.Strength.ORDINARY) for name, relation, strength in _filled(form, said, rows)
        ],
    )


def cause_lines(form: forms.Form) -> Line:
    fields: dict[str, Callable[[], forms.Field]] = {
        "what": lambda: short_text(gettext_lazy("What lies behind it"), longest=200),
        "seen_by": lambda: chips(gettext_lazy("Whose view"), Cause.SeenBy.choices),
    }
    rows = _add(form, "causes", fields)
    return Line(
        form,
        "causes",
        _("something behind it"),
        rows,
        lambda said: [CauseLine(what, Cause.SeenBy(seen_by or Cause.SeenBy.OURS)) for what, seen_by in _filled(form, said, rows)],
    )


def agreed_lines(form: forms.Form, person: Person) -> Line:
    leads = [
        ("person", person.called),
        ("team", _("Me")),
        ("circle", _("Someone in their life")),
        ("community", _("The community")),
        ("service", _("A service")),
    ]
    fields: dict[str, Callable[[], forms.Field]] = {
        "what": lambda: short_text(gettext_lazy("What was agreed"), longest=300),
        "led_by": lambda: chips(gettext_lazy("Who leads"), leads),
        "leader_name": lambda: short_text(gettext_lazy("Their name"), longest=120),
        "due_on": lambda: day(gettext_lazy("By when")),
    }
    rows = _add(form, "agreed", fields)

    def read(said: dict[str, Any]) -> list[AgreedLine]:
        lines = []
        for what, led_by, leader, due_on in _filled(form, said, rows):
            if led_by:
                lines.append(AgreedLine(what, LedBy(led_by), leader or "", due_on))
            else:
                form.add_error(next(row[1] for row in rows if said.get(row[0]) == what), gettext_lazy("Say who leads it."))
        return lines

    return Line(form, "agreed", _("agreed"), rows, read)


def check_in_line(form: forms.Form) -> Line:
    numbers = [(str(number), str(number)) for number in range(11)]
    fields: dict[str, Callable[[], forms.Field]] = {
        "words": lambda: short_text(gettext_lazy("How in control they feel, in words"), longest=2000),
        "weather": lambda: chips(gettext_lazy("As weather"), CheckIn.Weather.choices),
        "score": lambda: chips(gettext_lazy("Out of ten, if they like a number"), numbers),
        "more": lambda: forms.BooleanField(label=gettext_lazy("“I expect more now”"), required=False),
    }
    rows = _add(form, "check_in", fields, rows=1)

    def read(said: dict[str, Any]) -> CheckInLine | None:
        words, weather, score, more = (said.get(name) for name in rows[0])
        if not (words or weather or score):
            return None
        return CheckInLine(score=int(score) if score else None, weather=weather or "", words=words or "", expects_more=bool(more))

    return Line(form, "check_in", _("how in control"), rows, read)
