import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.lettering import ELLIPSIS, in_reading_order, width_of, wrap


def test_words_stay_whole_where_they_can():
    assert wrap("Fewer shifts, less pay", size=14, width=110, lines=3) == ("Fewer shifts,", "less pay")


def test_a_line_is_full_when_its_words_just_fit():
    room = width_of("Letters not", 14)
    assert wrap("Letters not opened", size=14, width=room, lines=2) == ("Letters not", "opened")
    assert wrap("Letters not opened", size=14, width=room - 0.1, lines=2) == ("Letters", "not opened")


def test_a_long_word_breaks_after_its_hyphen_first():
    assert wrap("Abdul-Rahman", size=14, width=85, lines=2) == ("Abdul-", "Rahman")


def test_an_ellipsis_stands_for_what_is_left_out():
    assert wrap("Jean who minds the children", size=14, width=86, lines=1) == ("Jean who" + ELLIPSIS,)


def test_blank_text_has_no_line():
    assert wrap(" \n ", size=14, width=80, lines=2) == ()


def test_wide_scripts_count_double_and_marks_on_letters_nothing():
    assert width_of("王", 10) == pytest.approx(2 * width_of("n", 10))
    assert width_of("e\u0301", 10) == width_of("e", 10)


def test_lines_from_right_to_left_are_isolated_and_others_left_alone():
    assert in_reading_order(("12 עקב",), "12 עקב") == ("\u206712 עקב\u2069",)
    assert in_reading_order(("Sam עקב",), "Sam עקב") == ("Sam עקב",)


@pytest.mark.slow
@given(text=st.text(max_size=90), width=st.floats(45, 300), lines=st.integers(1, 3))
def test_every_line_fits_and_nothing_is_lost_without_an_ellipsis(text: str, width: float, lines: int):
    """Slow: a hundred texts."""
    laid = wrap(text, size=14, width=width, lines=lines)
    assert len(laid) <= lines
    assert all(width_of(line, 14) <= width for line in laid)
    said, asked = "".join("".join(laid).split()), "".join(text.split())
    assert said == asked or (said.endswith(ELLIPSIS) and asked.startswith(said[:-1]))


@pytest.mark.parametrize(("width", "lines"), [(80, 0), (30, 1)])
def test_no_room_is_refused(width: float, lines: int):
    with pytest.raises(ValueError, match="three letters wide"):
        wrap("Sam", size=14, width=width, lines=lines)
