"""The team's files, and short ones written in a test."""

from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

from alongside.core.spreadsheet.column_map import settle_places
from alongside.core.spreadsheet.day_order import settle_day_order
from alongside.core.spreadsheet.rows import Checked, check_rows, date_cells
from alongside.core.spreadsheet.table import Table, read_table
from alongside.core.spreadsheet.written_date import DayOrder

FILES = Path(__file__).parents[2] / "data" / "people"
TODAY = date(2026, 11, 25)
LEADS = {"ines@northbridge.example", "maya@northbridge.example"}


def team_file(name: str) -> Table:
    return read_table((FILES / name).read_bytes(), name=name)


def written(*lines: str) -> Table:
    return read_table("\r\n".join(lines).encode(), name="team.csv")


def checked(table: Table, *, stated: DayOrder | None = None, leads: Collection[str] | None = LEADS) -> Checked:
    """As the command does it: places as proposed, the day order as judged."""
    places = settle_places(table.header)
    order = settle_day_order(date_cells(table, places), name=table.name, stated=stated)
    return check_rows(table, places, order, today=TODAY, known_leads=leads)


def where(result: Checked) -> list[tuple[int, str]]:
    return [(fault.line, fault.column) for fault in result.faults]


def words(faults: Iterable[object]) -> str:
    return "\n".join(map(str, faults))
