"""Who is alike: by hand, and by law."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.likeness.alike import Because, alike, name_reason, surely_alike
from alongside.core.likeness.keys import keys_for, keys_of
from alongside.core.likeness.known import Known
from alongside.core.likeness.normal import phone_of, reference_of, words_of
from alongside.core.likeness.sought import read
from alongside.core.partial_date import PartialDate

SAM = Known("Sam", "Samuel Prys", PartialDate("1985-03-04"), ("07700 900123",), "12 Mill Lane, NB1 4AA", ("HUB-0012",))
LETTERS = "abcdefghijklmnopqrstuvwxyz"
NAMES = st.text(LETTERS, min_size=4, max_size=14)


@pytest.mark.parametrize(
    ("typed", "because"),
    [
        ("sam", Because.SAME_NAME),
        ("Sammy", Because.SHORT_FOR),
        ("Samantha", Because.CALLED),
        ("Samul", Because.SLIP),
        ("Smauel", Because.SLIP),
        ("Price", Because.SOUNDS),
        ("4.3.1985", Because.BORN),
        ("3/4/1985", Because.TURNED),
        ("1985-03-04", Because.BORN),
        ("mill lane", Because.ADDRESS),
        ("nb14aa", Because.ADDRESS),
        ("+44 7700 900 123", Because.NUMBER),
        ("hub 0012", Because.MARK),
        ("hub-0012", Because.MARK),
    ],
)
def test_each_way_of_being_alike_has_its_reason_and_shares_a_key(typed: str, because: Because) -> None:
    sought = read(typed)
    found = alike(sought, SAM)
    assert found
    assert because in {reason.because for reason in found.reasons}
    assert keys_for(sought) & keys_of(SAM)


@pytest.mark.parametrize("typed", ["Rhiannon", "Oak Street", "07700 900124", "5/4/1985", "HUB-0013", "", "   ", "\0"])
def test_who_is_not_alike_is_not_found(typed: str) -> None:
    assert alike(read(typed), SAM) is None


@pytest.mark.parametrize(
    ("one", "other"), [("Seán", "Shaun"), ("Siân", "Sharn"), ("Rhys", "Reece"), ("Niamh", "Neve"), ("Catherine", "Kathryn"), ("Bob", "Rob")]
)
def test_welsh_irish_and_english_names_that_sound_alike(one: str, other: str) -> None:
    for typed, held in ((one, other), (other, one)):
        assert alike(read(typed), Known(held))
        assert keys_for(read(typed)) & keys_of(Known(held))


def test_names_in_other_scripts_compare_by_themselves() -> None:
    assert words_of("مُحَمَّد أحمد") == words_of("محمد احمد")
    assert alike(read("محمد"), Known("مُحَمَّد"))
    assert alike(read("محمد"), Known("Sam")) is None
    assert words_of("सीता") != words_of("सती")


@given(NAMES, NAMES)
def test_being_one_name_is_the_same_from_both_sides(one: str, other: str) -> None:
    there, back = name_reason(one, other), name_reason(other, one)
    assert (there and there.weight) == (back and back.weight)


@given(NAMES, st.data())
def test_a_slip_of_one_letter_is_found(name: str, data: st.DataObject) -> None:
    at, letter = data.draw(st.integers(0, len(name) - 1)), data.draw(st.sampled_from(LETTERS))
    slips = [
        name[:at] + letter + name[at:],
        name[:at] + letter + name[at + 1 :],
        name[:at] + name[at + 1 :],
        name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :],
    ]
    for typed in slips:
        assert alike(read(typed), Known(name))
        assert keys_for(read(typed)) & keys_of(Known(name))


@given(st.text())
def test_the_normal_form_is_its_own_normal_form_and_reading_never_raises(text: str) -> None:
    assert words_of(" ".join(words_of(text))) == words_of(text)
    read(text)


@given(st.lists(st.integers(0, 9), min_size=9, max_size=9), st.sampled_from(["+44 {}", "0044{}", "0{}", "+44 (0){}"]))
def test_a_number_is_its_digits_however_it_is_written(digits: list[int], how: str) -> None:
    digits[0] = digits[0] or 1
    assert phone_of(how.format("".join(map(str, digits)))) == "0" + "".join(map(str, digits))


def test_references_are_one_with_and_without_their_marks() -> None:
    assert reference_of("HUB-0012") == reference_of("hub 0012")


def test_sure_is_a_name_and_something_that_few_share() -> None:
    assert surely_alike(read("Samuel", born=PartialDate("1985-04-03")), SAM)
    assert surely_alike(read("Sam", phone="07700900123"), SAM)
    assert surely_alike(read("Sam Prys"), SAM) is None
    assert surely_alike(read("Rhiannon", phone="07700900123"), SAM) is None
    assert surely_alike(read("Sam", born=PartialDate("1985")), SAM) is None
