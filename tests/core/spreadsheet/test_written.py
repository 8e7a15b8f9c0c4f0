"""What goes out into a spreadsheet is read back as it was, and runs nothing."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from alongside.core.spreadsheet.cell import unsafe_cell
from alongside.core.spreadsheet.written import MARK, csv_lines

WORDS = st.text(st.sampled_from("'\"=+-@,;\t\r\n\x00 a\uff1d")) | st.text(st.characters(exclude_categories=["Cs"]))
SHEETS = st.integers(1, 4).flatmap(lambda columns: st.lists(st.lists(WORDS, min_size=columns, max_size=columns), min_size=1))


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix(MARK), newline=""), strict=True))


@given(SHEETS)
def test_no_cell_runs_and_every_cell_comes_back(sheet: list[list[str]]) -> None:
    text = "".join(csv_lines(sheet))
    cells = read(text)
    assert not [
        cell
        for row in cells
        for cell in row
        if cell.startswith(("\t", "\r", "\n", "\x00")) or cell.lstrip().startswith(("=", "+", "-", "@"))
    ]
    assert [[unsafe_cell(cell) for cell in row] for row in cells] == sheet


def test_numbers_stay_numbers_and_nothing_is_nothing() -> None:
    assert "".join(csv_lines([["day", "pence"], ["1 May", -250], [None, 0.5]])) == f"{MARK}day,pence\r\n1 May,-250\r\n,0.5\r\n"


def test_one_line_for_each_row_and_none_for_none() -> None:
    assert list(csv_lines([])) == []
    assert list(csv_lines([["a"], ["b\nc"]])) == [f"{MARK}a\r\n", '"b\nc"\r\n']
