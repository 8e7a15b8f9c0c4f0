"""The rows of a table as people who could come in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.partial_date import PartialDate
from alongside.core.spreadsheet.places import PLACES
from alongside.core.spreadsheet.rows import check_rows
from alongside.core.spreadsheet.table import Table, TableRow
from alongside.core.spreadsheet.written_date import DayOrder
from tests.core.spreadsheet.people import LEADS, TODAY, checked, team_file, where, words, written

HEADER = tuple(place.words for place in PLACES)
PLACE_OF = {place.words: place.key for place in PLACES}
CELLS = st.text(max_size=10) | st.sampled_from(["Sam", "a@b.c", "1985", "3/4/1985", "31/02/1980", "9999", "\0", " ", "A1", "x" * 600])


def test_the_faults_of_the_faulty_file_are_exactly_these() -> None:
    result = checked(team_file("faulty.csv"))
    assert where(result) == [
        (4, "Known as"),
        (6, "Date of birth"),
        (8, "Walking since"),
        (11, "whole row"),
        (14, "whole row"),
        (17, "Email"),
        (20, "whole row"),
        (22, "Lead e-mail"),
        (28, "Date of birth"),
    ]
    assert len(result.rows) == 21
    text = words(result.faults)
    assert "faulty.csv:6: Date of birth: 31/02/1980 is not a day in any calendar; " in text
    assert "faulty.csv:11: whole row: this is line 10 again; " in text
    for private in ("Janice", "Humphreys", "not an address", "nobody@nowhere.example"):
        assert private not in text


@pytest.mark.parametrize(("name", "rows"), [("clean.csv", 60), ("semicolons_with_bom.csv", 25), ("windows_1252_day_first.csv", 40)])
def test_the_teams_other_files_have_no_fault(name: str, rows: int) -> None:
    result = checked(team_file(name))
    assert (len(result.rows), result.faults) == (rows, ())


def test_a_row_is_read_into_its_places() -> None:
    row = checked(team_file("clean.csv")).rows[11]
    assert (row.line, row.called, row.born) == (13, "Amelia", PartialDate("1949-04-16"))
    assert row.matters == '"Just leave me be", he said, then: a garden\nand a shed'
    assert (row.email, row.lead_email, row.reference) == ("", "ines@northbridge.example", "HUB-00011")


def test_markup_and_formulas_come_in_as_text() -> None:
    rows = {row.line: row for row in checked(team_file("faulty.csv")).rows}
    assert rows[24].matters == "<script>alert(1)</script>"
    assert rows[26].called == '=HYPERLINK("x")'
    assert rows[2].phone == "+44(0)1614960414"


def test_one_who_is_only_named_in_full_is_called_by_the_first_word() -> None:
    (row,) = checked(written("Known as,Name", ",Sam of the Green")).rows
    assert (row.called, row.full_name) == ("Sam", "Sam of the Green")


@pytest.mark.slow
def test_a_table_of_ten_thousand_is_read_whole() -> None:
    """Slow for the size of the file, which is its point."""
    lines = [f'Sam {n},{n % 100 + 1920},"Flat {n}, The Green",HUB-{n:05}' for n in range(10_000)]
    result = checked(written("Known as,Born,Address,Ref", *lines))
    assert (len(result.rows), result.faults) == (10_000, ())
    assert result.rows[-1].line == 10_001


def test_rows_in_which_nothing_is_said_are_passed_over() -> None:
    result = checked(written("Known as,Phone", "Sam,1", " ,", ",,,", "Jo,2"))
    assert [row.called for row in result.rows] == ["Sam", "Jo"]
    assert not result.faults


def test_empty_cells_over_the_header_are_no_fault() -> None:
    result = checked(written("Known as,Phone", "Sam,1,,", "Jo,2, ,x", "Al"))
    assert [row.called for row in result.rows] == ["Sam"]
    assert where(result) == [(3, "whole row"), (4, "whole row")]


def test_the_same_reference_twice_is_a_fault_though_the_rows_differ() -> None:
    result = checked(written("Known as,Ref", "Sam,A1", "Jo,a1", "Al,", "Bo,"))
    assert where(result) == [(3, "Ref")]
    assert "line 2 has the same reference" in words(result.faults)


def test_rows_that_differ_only_in_what_is_left_behind_are_the_same() -> None:
    result = checked(written("Known as,Shoe size", "Sam,7", "Sam,8"))
    assert where(result) == [(3, "whole row")]


@pytest.mark.parametrize(
    ("heading", "cell", "at_fault"),
    [
        ("Born", "1906", False),
        ("Born", "1906-11-25", False),
        ("Born", "1906-11-24", True),
        ("Born", "1905", True),
        ("Born", "2026", False),
        ("Born", "2026-11-26", True),
        ("Since", "2026-12", True),
        ("Since", "1899", False),
        ("Email", "sam@example.org", False),
        ("Email", "sam@example", True),
        ("Email", "Sam <sam@example.org>", True),
        ("Lead e-mail", "INES@northbridge.example", False),
        ("Lead e-mail", "Ines", True),
        ("Phone", "1" * 61, True),
        ("Phone", "1" * 60, False),
    ],
)
def test_a_cell_is_at_fault_or_not(heading: str, cell: str, at_fault: bool) -> None:
    result = checked(written(f"Known as,{heading}", f"Sam,{cell}"))
    assert where(result) == ([(2, heading)] if at_fault else [])


def test_leads_are_left_unchecked_where_they_are_not_known() -> None:
    assert not checked(written("Known as,Lead e-mail", "Sam,nobody@nowhere.example"), leads=None).faults


def test_a_file_that_names_nobody_has_one_fault() -> None:
    result = checked(written("Shoe size,Phone", "7,1", "8,2"))
    assert words(result.faults).startswith("team.csv:1: no column says what anyone is called; ")
    assert not result.rows


def test_a_stated_order_makes_faults_of_dates_that_cannot_be() -> None:
    result = checked(written("Known as,Born", "Sam,13/01/1980", "Jo,01/13/1980"), stated=DayOrder.DAY_FIRST)
    assert where(result) == [(3, "Born")]


@pytest.mark.slow
@given(st.lists(st.lists(CELLS, max_size=len(HEADER) + 1).map(tuple), max_size=5), st.sampled_from(DayOrder))
def test_no_text_stops_the_check_and_no_fault_repeats_a_name(cells: list[tuple[str, ...]], order: DayOrder) -> None:
    """Slow for the many tables that the law is tried on."""
    rows = tuple(TableRow(line, (*row, *[""] * (len(HEADER) - len(row)))) for line, row in enumerate(cells, start=2))
    table = Table("team.csv", "UTF-8", "comma", HEADER, 1, rows)
    result = check_rows(table, PLACE_OF, order, today=TODAY, known_leads=LEADS)
    assert all(row.called for row in result.rows)
    assert "Sam" not in words(result.faults)
    assert len({fault.line for fault in result.faults} | {row.line for row in result.rows}) <= len(rows)
