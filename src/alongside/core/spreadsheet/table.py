"""A delimited file as a table: a header and its rows, each with the line it began on."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from alongside.core.spreadsheet.cell import one_line
from alongside.core.spreadsheet.delimiter import DELIMITERS, judge_delimiter
from alongside.core.spreadsheet.encoding import decode
from alongside.core.spreadsheet.fault import SpreadsheetError, refusal
from alongside.core.spreadsheet.quoting import find_bad_cell

MOST_BYTES = 50_000_000
MOST_ROWS = 50_000
MOST_COLUMNS = 300
MOST_NAME = 500  # characters of a column's name
MOST_CELL = 20_000  # characters


@dataclass(frozen=True)
class TableRow:
    """line: the physical line of the file, from 1, on which the row begins."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A file as it stands: cells are not cleaned, and rows may be too short or too long.

    encoding, delimiter: in words, to be printed. header: one distinct name for each column.
    """

    name: str
    encoding: str
    delimiter: str
    header: tuple[str, ...]
    header_line: int
    rows: tuple[TableRow, ...]

    def column(self, name: str) -> list[tuple[int, str]]:
        """The line and the text of each cell under that name; rows that end before it are left out."""
        at = self.header.index(name)
        return [(row.line, row.cells[at]) for row in self.rows if len(row.cells) > at]


def read_table(raw: bytes, *, name: str) -> Table:
    """Read a whole file, judging encoding and delimiter from all of it. Blank lines are passed over.

    name: the file's name, for its faults.

    Raises SpreadsheetError for what is no text, a quotation mark left open, and a file over the limits above.
    """
    if len(raw) > MOST_BYTES:
        raise refusal(name, f"the file is over {MOST_BYTES // 1_000_000} megabytes", "bring people in from several smaller files")
    decoded = decode(raw, name=name)
    delimiter = judge_delimiter(decoded.text)
    first, *rest = read_rows(decoded.text, delimiter, name=name)
    names = drop_empty_ends(first.cells, rest)
    refuse_strange_header(names, first.line, name=name)
    header = name_columns(names)
    refuse_long_cells([first, *rest], header, name=name)
    return Table(name, decoded.encoding, DELIMITERS[delimiter], header, first.line, tuple(rest))


def read_rows(text: str, delimiter: str, *, name: str) -> list[TableRow]:
    rows: list[TableRow] = []
    for row in iterate_rows(text, delimiter, name=name):
        if len(rows) > MOST_ROWS:
            raise refusal(name, f"there are more than {MOST_ROWS:,} rows", "bring people in from several smaller files", line=row.line)
        rows.append(row)
    return rows


def iterate_rows(text: str, delimiter: str, *, name: str) -> Iterator[TableRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    read = 0
    try:
        for cells in reader:
            if cells:
                yield TableRow(read + 1, tuple(cells))
            read = reader.line_num
    except csv.Error:
        raise explain(text, delimiter, read + 1, name=name) from None


def explain(text: str, delimiter: str, line: int, *, name: str) -> SpreadsheetError:
    """Why the row that begins on that line could not be read, in words."""
    bad = find_bad_cell(text, delimiter, from_line=line)
    if bad is None:
        return too_long(name, line, "")
    return refusal(
        name,
        "a quotation mark opens here and is not closed at the end of its cell",
        'close it, or write a quotation mark inside a quoted cell twice ("")',
        line=bad.line,
        column=f"column {bad.column}",
    )


def too_long(name: str, line: int, column: str) -> SpreadsheetError:
    return refusal(name, f"a cell is over {MOST_CELL:,} characters", "shorten it", line=line, column=column)


def refuse_long_cells(rows: list[TableRow], header: tuple[str, ...], *, name: str) -> None:
    for row in rows:
        if max(map(len, row.cells)) > MOST_CELL:
            at = next(at for at, cell in enumerate(row.cells) if len(cell) > MOST_CELL)
            raise too_long(name, row.line, header[at] if row.line > rows[0].line and at < len(header) else f"column {at + 1}")


def refuse_strange_header(names: tuple[str, ...], line: int, *, name: str) -> None:
    """More or longer names than any team's own are another kind of file, and would be slow to judge."""
    do = "check that the first row holds the names of the columns"
    if len(names) > MOST_COLUMNS:
        raise refusal(name, f"there are {len(names):,} columns, over {MOST_COLUMNS}", do, line=line)
    if max(map(len, names)) > MOST_NAME:
        raise refusal(name, f"a column's name is over {MOST_NAME} characters", do, line=line)


def drop_empty_ends(names: tuple[str, ...], rows: list[TableRow]) -> tuple[str, ...]:
    """The header without the unnamed columns at its end in which no row says anything, as spreadsheets leave them."""
    used = max((filled_width(row.cells) for row in rows), default=0)
    return names[: max(filled_width(names), min(used, len(names)), 1)]


def filled_width(cells: tuple[str, ...]) -> int:
    """How many cells there are up to the last that says anything."""
    return next((at for at in range(len(cells), 0, -1) if cells[at - 1].strip()), 0)


def name_columns(header: tuple[str, ...]) -> tuple[str, ...]:
    """A distinct one-line name for each column: "column 3" where there is none, "Phone (column 5)" for the second Phone."""
    names: list[str] = []
    for number, text in enumerate(header, start=1):
        name = one_line(text) or f"column {number}"
        while name in names:
            name = f"{name} (column {number})"
        names.append(name)
    return tuple(names)
