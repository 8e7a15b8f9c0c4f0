"""What a fault says."""

from alongside.core.spreadsheet.fault import WHOLE_FILE, Fault, SpreadsheetError


def test_a_fault_is_one_line_with_its_place() -> None:
    assert str(Fault("team.csv", 4, "Email", "no address", "correct it")) == "team.csv:4: Email: no address; correct it"
    assert str(Fault("team.csv", WHOLE_FILE, "", "empty", "choose\nanother")) == "team.csv: empty; choose another"


def test_a_refusal_says_all_its_faults() -> None:
    faults = [Fault("a", 1, "", "x", "y"), Fault("a", 2, "", "x", "y")]
    assert str(SpreadsheetError(faults)) == "a:1: x; y\na:2: x; y"
