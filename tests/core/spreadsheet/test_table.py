"""A delimited file as a table."""

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from alongside.core.spreadsheet import table as reading
from alongside.core.spreadsheet.fault import SpreadsheetError
from alongside.core.spreadsheet.table import name_columns, read_table
from tests.core.spreadsheet.people import team_file, written

LETTERS = "abcXYZ019 éë£€\u2019,;|\t\"'\n\r=+-@<>"
CELLS = st.text(st.sampled_from(LETTERS), max_size=12)
NAMES = st.lists(st.text("abcdeé", min_size=1, max_size=6), min_size=2, max_size=5, unique=True)


@st.composite
def sheets(draw: st.DrawFn) -> list[list[str]]:
    header = draw(NAMES)
    return [header, *draw(st.lists(st.lists(CELLS, min_size=len(header), max_size=len(header)), max_size=6))]


@pytest.mark.slow
@given(sheets(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]), st.sampled_from(",;\t|"), st.booleans())
def test_what_was_written_is_read_back(sheet: list[list[str]], codec: str, delimiter: str, quote_all: bool) -> None:
    """Slow for the many files that the law is tried on."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL).writerows(sheet)
    raw = out.getvalue().encode(codec)
    assume(codec != "cp1252" or raw.decode("utf-8", "replace") != raw.decode("utf-8", "ignore") or raw.isascii())
    table = read_table(raw, name="team.csv")
    assert [list(table.header), *(list(row.cells) for row in table.rows)] == sheet


@pytest.mark.parametrize(
    ("name", "encoding", "delimiter", "rows"),
    [
        ("clean.csv", "UTF-8", "comma", 60),
        ("faulty.csv", "UTF-8", "comma", 30),
        ("semicolons_with_bom.csv", "UTF-8 with a byte order mark", "semicolon", 25),
        ("windows_1252_day_first.csv", "Windows-1252", "comma", 40),
    ],
)
def test_each_file_of_the_team_is_read(name: str, encoding: str, delimiter: str, rows: int) -> None:
    table = team_file(name)
    assert (table.encoding, table.delimiter, len(table.rows)) == (encoding, delimiter, rows)
    assert table.header[0] == "Known as"


def test_a_row_keeps_the_line_it_began_on() -> None:
    table = written("Known as,Matters", 'Sam,"a garden\nand\r\na shed"', "", "Jo,x")
    assert [row.line for row in table.rows] == [2, 6]
    assert table.column("Matters") == [(2, "a garden\nand\r\na shed"), (6, "x")]


def test_lines_before_the_header_are_passed_over() -> None:
    table = written("", "Known as", "Sam")
    assert (table.header_line, table.rows[0].line) == (2, 3)


def test_columns_without_a_name_of_their_own_get_one() -> None:
    assert name_columns(("Phone", " ", "Phone", "x\ny")) == ("Phone", "column 2", "Phone (column 3)", "x y")
    assert len(set(name_columns(("x (column 3)", "x", "x")))) == 3


def test_empty_columns_at_the_end_are_left_off() -> None:
    assert written("Known as,Phone,,", "Sam,1,,").header == ("Known as", "Phone")
    assert written("Known as,Phone,,", "Sam,1,x,").header == ("Known as", "Phone", "column 3")


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        (["a,b", 'x,"y', "z,w"], "team.csv:2: column 2: "),
        (["a,b", '"x\ny","open', "z,w", ""], "team.csv:3: column 2: "),
        (["a,b", 'x,"y" z'], "team.csv:2: column 2: "),
        (["a,b", 'x,"open', "y" * 200_000], "team.csv:2: column 2: "),
    ],
)
def test_an_open_quotation_mark_is_refused_where_it_opens(lines: list[str], where: str) -> None:
    with pytest.raises(SpreadsheetError) as refused:
        written(*lines)
    assert str(refused.value).startswith(where + "a quotation mark opens here and is not closed")


@pytest.mark.parametrize("length", [20_001, 140_000])
def test_a_cell_over_the_limit_is_refused(length: int) -> None:
    with pytest.raises(SpreadsheetError, match=r"^team\.csv:3: .*a cell is over 20,000 characters"):
        written("Known as,Matters", "Jo,", f"Sam,{'x' * length}")


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 2)
    assert len(written("Known as", "a", "b").rows) == 2
    with pytest.raises(SpreadsheetError, match=r"^team\.csv:4: there are more than 2 rows"):
        written("Known as", "a", "b", "c")


@pytest.mark.parametrize(("header", "says"), [("a," * 300 + "b", "there are 301 columns"), ("a" * 501, "a column's name is over 500")])
def test_a_strange_header_is_refused(header: str, says: str) -> None:
    with pytest.raises(SpreadsheetError, match=rf"^team\.csv:1: {says}"):
        written(header, "Sam")


def test_too_large_a_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 2)
    with pytest.raises(SpreadsheetError, match="megabytes"):
        written("Known as")


@given(st.binary(max_size=200) | st.text('a",;\r\n\t|').map(str.encode))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with suppress(SpreadsheetError):
        assert read_table(raw, name="team.csv").header
