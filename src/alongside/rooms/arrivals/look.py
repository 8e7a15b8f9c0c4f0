"""Looking at a spreadsheet before anything comes in: what both doors show, and outside the write lock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from alongside.core.spreadsheet.arriving_row import ArrivingRow
from alongside.core.spreadsheet.column_map import settle_places
from alongside.core.spreadsheet.day_order import settle_day_order
from alongside.core.spreadsheet.fault import Fault
from alongside.core.spreadsheet.rows import check_rows, date_cells
from alongside.core.spreadsheet.table import Table
from alongside.core.spreadsheet.written_date import DayOrder
from alongside.rooms.arrivals.known import Compared, compare
from alongside.rooms.teams.models import Member, Team


@dataclass(frozen=True)
class Look:
    """rows: those in order. faults: in the order of the file. compared: the rows beside the people who are here."""

    order: DayOrder
    rows: tuple[ArrivingRow, ...]
    faults: tuple[Fault, ...]
    compared: Compared

    @property
    def faulty_rows(self) -> int:
        return len({fault.line for fault in self.faults})


def look(table: Table, *, team: Team, on: date, stated: Mapping[str, str] | None = None, order: DayOrder | None = None) -> Look:
    """Read, check and compare every row.

    stated: places that somebody chose, over those proposed. order: stated, over what the file shows.

    Raises SpreadsheetError where the file leaves the day order open and nobody states it.
    """
    places = settle_places(table.header, stated)
    settled = settle_day_order(date_cells(table, places), name=table.name, stated=order)
    leads = Member.objects.current(on).filter(team=team, account__is_active=True).values_list("account__email", flat=True)
    checked = check_rows(table, places, settled, today=on, known_leads=set(leads))
    return Look(settled, checked.rows, checked.faults, compare(team, checked.rows))
