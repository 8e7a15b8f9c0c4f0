from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.partial_date import PartialDate

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31))
PRECISIONS = st.sampled_from([4, 7, 10])


@pytest.mark.parametrize(("text", "words"), [("1985", "1985"), ("1985-01", "January 1985"), ("1985-01-19", "19 January 1985")])
def test_in_words(text: str, words: str) -> None:
    assert str(PartialDate(text)) == words


@pytest.mark.parametrize(
    "text", ["", "85", "1985-1", "1985-13", "1985-00", "1985-02-30", "1985-01-00", "1985/01", "19850119", "1985-01-19 "]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate(text)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(ValueError, match="month"):
        PartialDate.from_parts(1985, None, 19)


@given(DAYS, PRECISIONS)
def test_what_it_can_mean_holds_the_day_it_was_cut_from(day: date, length: int) -> None:
    known = PartialDate(day.isoformat()[:length])
    assert known.earliest <= day <= known.latest


@given(DAYS, DAYS, PRECISIONS, PRECISIONS)
def test_text_sorts_as_time_does(one: date, other: date, first: int, second: int) -> None:
    earlier, later = sorted([PartialDate(one.isoformat()[:first]), PartialDate(other.isoformat()[:second])])
    assert earlier.text <= later.text
    assert earlier.earliest <= later.earliest


@given(DAYS, PRECISIONS)
def test_its_parts_make_it_again(day: date, length: int) -> None:
    known = PartialDate(day.isoformat()[:length])
    assert PartialDate.from_parts(*known.parts) == known
