from hypothesis import given
from hypothesis import strategies as st

from alongside.core.found_passage import passage, words_sought

LONG = "nothing here " * 40


def test_the_words_are_marked_and_the_rest_is_cut_at_whole_words() -> None:
    pieces = passage(f"{LONG}Siân read the letters. {LONG}", words_sought("letter SIAN"))
    assert [piece.text for piece in pieces if piece.found] == ["Siân", "letters"]
    assert pieces[0].text == pieces[-1].text == "…"
    assert pieces[1].text.startswith("nothing") or pieces[1].text.startswith("here")


def test_marks_between_words_mean_nothing() -> None:
    assert words_sought('"letters" AND -x* NEAR(a, b) OR :') == ["letters", "and", "x", "near", "a", "b", "or"]


@given(st.text(), st.text())
def test_what_is_shown_is_a_part_of_the_text(text: str, sought: str) -> None:
    shown = "".join(piece.text for piece in passage(text, words_sought(sought)))
    assert shown.removeprefix("…").removesuffix("…") in text or shown in text
