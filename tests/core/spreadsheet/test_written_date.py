"""A date as people write it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.partial_date import PartialDate
from alongside.core.spreadsheet.written_date import DateError, DayOrder, parse_date

FIGURES = st.text(st.sampled_from("0123456789/.- :~cJan'")) | st.text()


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("1985", "1985"),
        ("1985-01", "1985-01"),
        ("01/1985", "1985-01"),
        ("1985-01-19", "1985-01-19"),
        ("1985/1/19", "1985-01-19"),
        ("19/01/1985", "1985-01-19"),
        ("19.1.1985", "1985-01-19"),
        ("19-01-1985", "1985-01-19"),
        ("03/04/1985", "1985-04-03"),
        ("19/01/1985 00:00:00", "1985-01-19"),
        ("1985-01-19T09:30", "1985-01-19"),
        ("Jan 1985", "1985-01"),
        ("January, 1985", "1985-01"),
        ("Sept. 1985", "1985-09"),
        ("19 January 1985", "1985-01-19"),
        ("19th of january 1985", "1985-01-19"),
        ("19-Jan-1985", "1985-01-19"),
        ("January 19th, 1985", "1985-01-19"),
        ("c. 1985", "1985"),
        ("c1985", "1985"),
        ("about  1985", "1985"),
        ("Circa 1985", "1985"),
        ("~1985", "1985"),
    ],
)
def test_each_way_of_writing_is_read(text: str, means: str) -> None:
    assert parse_date(text, DayOrder.DAY_FIRST) == PartialDate(means)


def test_month_first_is_read_where_the_file_writes_so() -> None:
    assert parse_date("03/04/1985", DayOrder.MONTH_FIRST) == PartialDate("1985-03-04")


@pytest.mark.parametrize("order", [DayOrder.NOT_NEEDED, DayOrder.AMBIGUOUS])
def test_an_unsettled_order_reads_only_what_it_does_not_change(order: DayOrder) -> None:
    assert parse_date("05/05/2020", order) == PartialDate("2020-05-05")
    assert parse_date("13/05/2020", order) == parse_date("05/13/2020", order) == PartialDate("2020-05-13")
    with pytest.raises(DateError, match="could be one of two days"):
        parse_date("03/04/1985", order)


@pytest.mark.parametrize("text", ["31/02/1980", "1980-02-31", "1980-13", "1980-00", "00/01/1980", "0000", "31 June 1980", "13/13/1980"])
def test_a_day_in_no_calendar_is_refused_with_its_words(text: str) -> None:
    with pytest.raises(DateError, match=f"^{text} is not a day in any calendar; "):
        parse_date(text, DayOrder.DAY_FIRST)


@pytest.mark.parametrize("text", ["19/01/85", "19.1.85", "19-Jan-85", "Jan 85", "'85"])
def test_a_year_of_two_digits_is_refused(text: str) -> None:
    with pytest.raises(DateError, match=r"two digits.*; write the year with four digits"):
        parse_date(text, DayOrder.DAY_FIRST)


def test_a_spreadsheets_day_number_is_refused() -> None:
    with pytest.raises(DateError, match="the number a spreadsheet keeps"):
        parse_date("31066", DayOrder.DAY_FIRST)


@pytest.mark.parametrize("text", ["", "unknown", "Sam Smith", "٣/٤/١٩٨٥", "1985-01-19-01", "Sam 1985", "19 Sam 1985"])
def test_what_is_no_date_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(DateError) as refused:
        parse_date(text, DayOrder.DAY_FIRST)
    assert refused.value.wrong == "this is not a date that can be read"


@given(st.dates(), st.sampled_from("/.-"), st.sampled_from(["%d{0}%m{0}%Y", "%m{0}%d{0}%Y"]))
def test_every_day_is_read_back_in_its_order(day: object, sep: str, pattern: str) -> None:
    order = DayOrder.DAY_FIRST if pattern.startswith("%d") else DayOrder.MONTH_FIRST
    year, month, number = str(day).split("-")
    text = sep.join([number, month, year] if order is DayOrder.DAY_FIRST else [month, number, year])
    assert parse_date(text, order).text == str(day)


@given(FIGURES, st.sampled_from(DayOrder))
def test_nothing_but_the_documented_error_is_raised(text: str, order: DayOrder) -> None:
    with suppress(DateError):
        assert parse_date(text, order).parts
