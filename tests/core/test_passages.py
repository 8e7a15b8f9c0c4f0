import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.passages import Passage, passages


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", []),
        ("We met.", [Passage("We met.", False)]),
        ('"I rang them."\nGood.', [Passage("I rang them.", True), Passage("Good.", False)]),
        ("“I rang them.”", [Passage("I rang them.", True)]),
        ('"Yes", he said, and then "no"', [Passage('"Yes", he said, and then "no"', False)]),
        ("‘I’m not frightened’", [Passage("I’m not frightened", True)]),
        ('""', [Passage('""', False)]),
    ],
)
def test_by_hand(words: str, expected: list[Passage]) -> None:
    assert passages(words) == expected


@given(st.text())
def test_no_word_is_lost(words: str) -> None:
    kept = "".join("".join(passage.text.split()) for passage in passages(words))
    marks = "\"“”'‘’"
    assert [sign for sign in kept if sign not in marks] == [sign for sign in "".join(words.split()) if sign not in marks]
