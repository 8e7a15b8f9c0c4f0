"""One cell: cleaned on the way in, safe on the way out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.spreadsheet.cell import clean_cell, one_line, safe_cell, unsafe_cell

HOSTILE = st.text(st.sampled_from("'=+-@\t\r\n\x00 a\uff1d")) | st.text()


@pytest.mark.parametrize("text", ["+44 161 496 0414", '=HYPERLINK("x")', "<script>alert(1)</script>", "-5", "@home", "'tis"])
def test_formulas_and_markup_come_in_as_they_are(text: str) -> None:
    assert clean_cell(text) == text
    assert one_line(text) == text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("  Sam\u00a0", "Sam"),
        ("Sa\0m\x07", "Sam"),
        ("a garden\r\nand a shed\r", "a garden\nand a shed"),
        ("\u202eSam", "Sam"),
        ("Zoe\u0308", "Zo\u00eb"),
    ],
)
def test_what_nobody_typed_is_taken_out(text: str, clean: str) -> None:
    assert clean_cell(text) == clean


def test_a_name_stands_on_one_line() -> None:
    assert one_line("Sam\r\n  of  the Green") == "Sam of the Green"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_cell(clean_cell(text)) == clean_cell(text)


@given(HOSTILE)
def test_what_goes_out_never_begins_as_a_formula(text: str) -> None:
    out = safe_cell(text)
    assert not out.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\x00"))
    assert not out.lstrip().startswith(("=", "+", "-", "@"))


@given(HOSTILE)
def test_what_went_out_can_be_had_back(text: str) -> None:
    assert unsafe_cell(safe_cell(text)) == text


@pytest.mark.parametrize("text", ["", "Sam", "O'Brien", "'tis", "7 Day Turnpike", "a=b"])
def test_harmless_words_go_out_as_they_are(text: str) -> None:
    assert safe_cell(text) == text
