"""What a spreadsheet would bring in, before it does: for one page."""

from dataclasses import dataclass, fields
from datetime import date
from itertools import islice
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from alongside.core.spreadsheet.arriving_row import ArrivingRow
from alongside.core.spreadsheet.fault import Fault, SpreadsheetError
from alongside.core.spreadsheet.places import BY_KEY
from alongside.core.spreadsheet.table import Table, read_table
from alongside.doors.worker.forms.bring_in import PlacesForm
from alongside.doors.worker.uploads import Upload
from alongside.rooms.arrivals.look import Look, look
from alongside.rooms.teams.models import Team

SHOWN_ROWS = 3
SHOWN_FAULTS = 200
MARKED = ("matters", "met")  # words that stand in their place as another system's


@dataclass(frozen=True)
class Preview:
    """looked is None while a choice is still open: then open_faults say which."""

    table: Table
    form: PlacesForm
    looked: Look | None
    open_faults: tuple[Fault, ...] = ()

    @property
    def asks_order(self) -> bool:
        return bool(self.open_faults) or bool(self.form["order"].value())

    @property
    def shown_faults(self) -> tuple[Fault, ...]:
        return self.looked.faults[:SHOWN_FAULTS] if self.looked else ()

    @property
    def more_faults(self) -> int:
        return len(self.looked.faults) - len(self.shown_faults) if self.looked else 0

    @property
    def first_rows(self) -> list[list[dict[str, Any]]]:
        new = self.looked.compared.new if self.looked else ()
        return [as_it_comes(row) for row in islice(new, SHOWN_ROWS)]

    def may_come_in(self) -> bool:
        """Whether everyone in order may come in now. Says on the form what stands in the way."""
        if self.looked is None or self.form.errors:
            return False
        if self.looked.faults and not self.form.cleaned_data["leave_out"]:
            self.form.add_error("leave_out", _("Correct the file and choose it again, or tick that these rows are left out."))
        return not self.form.errors


def preview(upload: Upload, *, team: Team, on: date, choices: QueryDict | None) -> Preview:
    """choices: the form as sent, or None for what is proposed. Reads and compares; writes nothing."""
    table = read_table(upload.raw, name=upload.name)
    form = PlacesForm(choices, table=table)
    if form.is_bound and not form.is_valid():
        return Preview(table, form, None)
    try:
        return Preview(table, form, look(table, team=team, on=on, stated=form.stated, order=form.day_order))
    except SpreadsheetError as refused:
        return Preview(table, form, None, refused.faults)


def as_it_comes(row: ArrivingRow) -> list[dict[str, Any]]:
    """What a row says, place by place, in words."""
    said = [(field.name, getattr(row, field.name)) for field in fields(row) if field.name in BY_KEY]
    return [{"place": _(BY_KEY[key].words), "said": str(value), "elsewhere": key in MARKED} for key, value in said if value]
