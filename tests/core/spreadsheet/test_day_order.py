"""Whether a file writes the day or the month first."""

import pytest

from alongside.core.spreadsheet.column_map import settle_places
from alongside.core.spreadsheet.day_order import judge_day_order, settle_day_order
from alongside.core.spreadsheet.fault import SpreadsheetError
from alongside.core.spreadsheet.rows import date_cells
from alongside.core.spreadsheet.written_date import DayOrder
from tests.core.spreadsheet.people import team_file


def lined(*texts: str) -> list[tuple[int, str]]:
    return list(enumerate(texts, start=2))


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["03/04/1985", "13/04/1985"], DayOrder.DAY_FIRST),
        (["03/04/1985", "04/13/1985"], DayOrder.MONTH_FIRST),
        (["31/02/1980"], DayOrder.DAY_FIRST),
        (["03.04.1985", "05/05/2020", ""], DayOrder.AMBIGUOUS),
        (["05/05/2020", "1985-03-04", "Jan 1985", "unknown", ""], DayOrder.NOT_NEEDED),
        (["45/02/1980", "13/13/1980", "00/13/1980"], DayOrder.NOT_NEEDED),
        ([], DayOrder.NOT_NEEDED),
    ],
)
def test_the_order_is_judged_from_all_cells(texts: list[str], order: DayOrder) -> None:
    assert judge_day_order(lined(*texts), name="team.csv") is order


def test_the_teams_file_is_day_first() -> None:
    table = team_file("windows_1252_day_first.csv")
    assert judge_day_order(date_cells(table, settle_places(table.header)), name=table.name) is DayOrder.DAY_FIRST


def test_cells_that_contradict_each_other_are_refused_with_both_lines() -> None:
    with pytest.raises(SpreadsheetError) as refused:
        judge_day_order(lined("01/02/2020", "13/01/2020", "01/13/2020"), name="team.csv")
    assert str(refused.value).startswith("team.csv:4: the date on line 3 can only be day first, and the date on line 4 only month first; ")


def test_an_ambiguous_order_is_refused_unless_stated() -> None:
    cells = lined("1985", "03/04/1985")
    with pytest.raises(SpreadsheetError, match=r"^team\.csv:3: .*; say --day-first or --month-first$"):
        settle_day_order(cells, name="team.csv")
    assert settle_day_order(cells, name="team.csv", stated=DayOrder.MONTH_FIRST) is DayOrder.MONTH_FIRST


def test_what_is_stated_settles_a_contradiction() -> None:
    cells = lined("13/01/2020", "01/13/2020")
    assert settle_day_order(cells, name="team.csv", stated=DayOrder.DAY_FIRST) is DayOrder.DAY_FIRST
