"""The one way in which a file for a spreadsheet is written."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from alongside.core.spreadsheet.cell import safe_cell

MARK = "\ufeff"  # without it the usual spreadsheet takes UTF-8 for something else


def csv_lines(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield the lines of a CSV file (RFC 4180; UTF-8 with a mark in front), one for each row.

    No cell that was words runs as a formula. Numbers stay numbers, also below nought; None is an empty cell.
    """
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\r\n")
    for number, row in enumerate(rows):
        writer.writerow([_cell(value) for value in row])
        yield (MARK if number == 0 else "") + line.getvalue()
        line.seek(0)
        line.truncate()


def _cell(value: object) -> object:
    if value is None or isinstance(value, int | float):
        return value
    return safe_cell(str(value))
