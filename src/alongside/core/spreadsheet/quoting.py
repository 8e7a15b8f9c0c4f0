"""Where in a delimited text the quotation marks go wrong."""

import io
import re
from dataclasses import dataclass
from itertools import islice


@dataclass(frozen=True)
class BadCell:
    """line: the physical line on which the cell begins, from 1. column: its number in its row, from 1."""

    line: int
    column: int


def find_bad_cell(text: str, delimiter: str, *, from_line: int) -> BadCell | None:
    """The first cell, from the row that begins on that line, whose opening quotation mark is not closed at its end.

    One pass over the text; no cell of any length makes it slow (the quantifiers do not give back).
    """
    rest = "".join(islice(io.StringIO(text, newline=""), from_line - 1, None))
    end = re.escape(delimiter)
    well_formed = re.compile(rf'(?:"[^"]*+(?:""[^"]*+)*+"(?=[{end}\r\n]|\Z)|(?!")[^{end}\r\n]*+)(\r\n|[{end}\r\n]|\Z)')
    line, column, at = from_line, 1, 0
    while at < len(rest):
        cell = well_formed.match(rest, at)
        if cell is None:
            return BadCell(line, column)
        line += count_breaks(cell.group())
        column = column + 1 if cell.group(1) == delimiter else 1
        at = cell.end()
    return None


def count_breaks(text: str) -> int:
    """Line ends as the reading counts them: CR LF once, CR, LF."""
    return text.count("\n") + text.count("\r") - text.count("\r\n")
