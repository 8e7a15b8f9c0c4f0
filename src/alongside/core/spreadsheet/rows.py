"""The rows of a table as people who could come in, and every fault that keeps one out."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from alongside.core.partial_date import PartialDate
from alongside.core.spreadsheet.arriving_row import ArrivingRow
from alongside.core.spreadsheet.cell import clean_cell, one_line
from alongside.core.spreadsheet.day_order import LinedCell
from alongside.core.spreadsheet.fault import WHOLE_ROW, Fault
from alongside.core.spreadsheet.places import BY_KEY, DATE_PLACES, LEAVE_BEHIND
from alongside.core.spreadsheet.row_check import Problem, RowCheck
from alongside.core.spreadsheet.table import Table, TableRow
from alongside.core.spreadsheet.written_date import DayOrder

Said = tuple[str | PartialDate | None, ...]


@dataclass(frozen=True)
class Checked:
    """rows: those without a fault. faults: in the order of the file. Nothing comes in while there is one, unless told so."""

    rows: tuple[ArrivingRow, ...]
    faults: tuple[Fault, ...]


def check_rows(
    table: Table, places: Mapping[str, str], order: DayOrder, *, today: date, known_leads: Collection[str] | None = None
) -> Checked:
    """Read and check every row. A row in which no cell says anything is passed over.

    places: of every column, from `settle_places`. today: the local calendar day.
    known_leads: e-mail addresses of those who may lead; None leaves leads unchecked.
    Never raises for what a cell holds: 10,000 rows take well under a second.
    """
    columns = {place: column for column, place in places.items() if place != LEAVE_BEHIND}
    if not {"called", "full_name"} & columns.keys():
        wrong, do = "no column says what anyone is called", "say in the map which column is 'called' or 'full_name'"
        return Checked((), (Fault(table.name, table.header_line, "", wrong, do),))
    leads = None if known_leads is None else frozenset(lead.casefold() for lead in known_leads)
    reading = Reading(table, columns, RowCheck(order, today, leads))
    for row in table.rows:
        if any(map(str.strip, row.cells)):
            reading.take(row)
    return Checked(tuple(reading.rows), tuple(reading.faults))


def date_cells(table: Table, places: Mapping[str, str]) -> list[LinedCell]:
    """Every cell of the columns that hold dates, for judging their order."""
    columns = [column for column, place in places.items() if place in DATE_PLACES]
    return [cell for column in columns for cell in table.column(column)]


class Reading:
    """One pass over a table: what was found so far, and what it is compared with."""

    def __init__(self, table: Table, columns: Mapping[str, str], check: RowCheck) -> None:
        self.rows: list[ArrivingRow] = []
        self.faults: list[Fault] = []
        self._file = table.name
        self._width = len(table.header)
        self._delimiter = table.delimiter
        self._columns = columns
        self._indexes = {place: table.header.index(column) for place, column in columns.items()}
        self._check = check
        self._by_fields: dict[Said, int] = {}
        self._by_reference: dict[str, int] = {}

    def take(self, row: TableRow) -> None:
        faults = [Fault(self._file, row.line, WHOLE_ROW, *words) for words in wrong_widths(row, self._width, self._delimiter)]
        if not faults:
            values = {place: read_cell(place, row.cells[at]) for place, at in self._indexes.items()}
            arriving = arrive(row.line, values, self._check)
            problems = [*self._check.problems(values), *self._too_long_first_word(arriving, values)]
            faults = [Fault(self._file, row.line, self._columns[each.place], each.wrong, each.do) for each in problems]
            faults += self._repeats(arriving)
            if not faults:
                self.rows.append(arriving)
        self.faults += faults

    def _too_long_first_word(self, row: ArrivingRow, values: Mapping[str, str]) -> Iterator[Problem]:
        if not values.get("called"):
            yield from (Problem("full_name", each.wrong, each.do) for each in self._check.too_long({"called": row.called}))

    def _repeats(self, row: ArrivingRow) -> Iterable[Fault]:
        """Remembers the row, too: the first of two alike is the one that stays."""
        if not row.called:
            return
        same = self._by_fields.setdefault(row.said, row.line)
        reference = self._by_reference.setdefault(row.reference.casefold(), row.line) if row.reference else row.line
        if same != row.line:
            yield Fault(self._file, row.line, WHOLE_ROW, f"this is line {same} again", "take one of the two out")
        elif reference != row.line:
            wrong, do = f"line {reference} has the same reference", "correct the reference, or take one of the two out"
            yield Fault(self._file, row.line, self._columns["reference"], wrong, do)


def wrong_widths(row: TableRow, width: int, delimiter: str) -> Iterator[tuple[str, str]]:
    """Too many cells, unless all those over are empty; too few."""
    cells = len(row.cells)
    if any(map(str.strip, row.cells[width:])):
        yield f"there are {cells} cells where the header has {width}", f"put quotation marks round a cell that holds a {delimiter}"
    elif cells < width:
        yield f"there are {cells} cells where the header has {width}", "complete the row: empty cells count too"


def read_cell(place: str, text: str) -> str:
    return clean_cell(text) if BY_KEY[place].lines else one_line(text)


def arrive(line: int, values: Mapping[str, str], check: RowCheck) -> ArrivingRow:
    """The row by place. Called by the first word of the full name where it says nothing better."""
    words = {place: text for place, text in values.items() if place not in DATE_PLACES}
    called = words.pop("called", "") or next(iter(values.get("full_name", "").split()), "")
    born, since = (check.read_date(values.get(place, "")) for place in DATE_PLACES)
    return ArrivingRow(line, called, born=born, since=since, **words)
