"""By hand, and by law: a day named is a day to come, and what is offered was written."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.recognised import WEEKDAYS, Offer, day_named, offers

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("I will ring the landlord by Friday.", date(2026, 11, 27)),
        ("We go on Thursday together.", date(2026, 12, 3)),
        ("Next Monday, the school.", date(2026, 11, 30)),
        ("He rings tomorrow.", date(2026, 11, 27)),
        ("The bill by 3 December.", date(2026, 12, 3)),
        ("Back by the 3rd.", date(2026, 12, 3)),
        ("By the 1st of March.", date(2027, 3, 1)),
        ("In two weeks we look again.", date(2026, 12, 10)),
        ("Within 3 days.", date(2026, 11, 29)),
        ("On Fridays he is tired.", None),
        ("He was born on 31 February.", None),
        ("By 10:30 she was gone.", None),
        ("Nothing here.", None),
    ],
)
def test_a_day_that_a_sentence_names(said: str, day: date | None) -> None:
    assert day_named(said, THURSDAY) == day


def test_what_could_be_drawn_out() -> None:
    words = "Opened the bag. Jade was there. I ring the landlord by Friday.\n“I want my two to sleep through.”\n“Fine.”"
    assert offers(words, THURSDAY, ["Jade, 9", "Kyle, 6", "a neighbour"]) == [
        Offer("agreed", "I ring the landlord by Friday", date(2026, 11, 27)),
        Offer("matter", "I want my two to sleep through."),
        Offer("who", "Jade"),
    ]


def test_a_part_of_a_word_is_no_name_and_a_small_letter_is_none() -> None:
    assert offers("The jaded lee side; Leeds.", THURSDAY, ["Jade", "Lee"]) == []


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_next_one_within_a_week(held_on: date, weekday: str) -> None:
    day = day_named(f"by {weekday}", held_on)
    assert day is not None
    assert timedelta(days=1) <= day - held_on <= timedelta(days=7)
    assert WEEKDAYS[day.weekday()] == weekday


@given(st.text(max_size=400), st.lists(st.text(max_size=12), max_size=5))
def test_nothing_that_is_written_breaks_it_and_what_is_offered_was_written(words: str, names: list[str]) -> None:
    for offer in offers(words, THURSDAY, names):
        assert offer.text in words.replace("\r\n", "\n")
        assert offer.due_on is None or offer.due_on > THURSDAY
