"""Where somebody says the columns go."""

import pytest

from alongside.core.spreadsheet.column_map import check_map, read_map, settle_places
from alongside.core.spreadsheet.fault import SpreadsheetError

HEADER = ("Known as", "Nickname", "Phone", "Risk", "Notes")


def test_a_map_says_where_columns_go() -> None:
    text = '[columns]\n"Known as" = "called"\n"Notes" = "What matters"\n"Risk" = "leave behind"\n'
    with pytest.raises(SpreadsheetError):
        read_map(text, HEADER, name="map.toml")
    read = read_map(text.replace("What matters", "matters"), HEADER, name="map.toml")
    assert read == {"Known as": "called", "Notes": "matters", "Risk": "leave behind"}


def test_capitals_and_spaces_do_not_matter() -> None:
    assert check_map({"Known as": "Full name", "Risk": "Leave  behind"}, HEADER, name="the page") == {
        "Known as": "full_name",
        "Risk": "leave behind",
    }


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('"Risk" = "matters"', "map.toml: Risk: this is by its name a risk rating from another system, and there is no place for those; "),
        ('"Notes" = "risk"', "map.toml: Notes: that is no place; use one of called, "),
        ('"Notes" = 3', "map.toml: Notes: that is no place; use one of called, "),
        ('"Shoe size" = "met"', "map.toml: Shoe size: the file has no column of that name; "),
        ('"Notes" = "met"\n"Phone" = "met"', "map.toml: Phone: Notes has the place met already; leave one of the two behind: "),
    ],
)
def test_each_fault_names_its_key(line: str, says: str) -> None:
    with pytest.raises(SpreadsheetError) as refused:
        read_map(f"[columns]\n{line}", HEADER, name="map.toml")
    assert str(refused.value).startswith(says)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(SpreadsheetError) as refused:
        read_map('[columns]\n"Risk" = "met"\n"Notes" = "x"\n"No" = "met"', HEADER, name="map.toml")
    assert [fault.column for fault in refused.value.faults] == ["Risk", "Notes", "No"]


@pytest.mark.parametrize("text", ["Known as = called", "", "columns = 3", '[columns]\n[rows]\n"a" = "b"'])
def test_what_is_no_map_is_refused(text: str) -> None:
    with pytest.raises(SpreadsheetError, match=r"^map\.toml: "):
        read_map(text, HEADER, name="map.toml")


def test_without_a_map_the_proposal_stands() -> None:
    assert settle_places(HEADER) == {
        "Known as": "called",
        "Nickname": "leave behind",
        "Phone": "phone",
        "Risk": "leave behind",
        "Notes": "leave behind",
    }


def test_what_a_map_says_goes_before_the_proposal() -> None:
    settled = settle_places(HEADER, {"Notes": "phone", "Known as": "leave behind"})
    assert settled == {"Known as": "leave behind", "Nickname": "called", "Phone": "leave behind", "Risk": "leave behind", "Notes": "phone"}
