"""By law: nobody's change is lost, and where both changed the same field otherwise, nothing is saved."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.two_editors import ChangedMeanwhile, as_it_stands, mine_to_change, written

FIELDS = ["called", "phone", "reach"]
texts = st.fixed_dictionaries(dict.fromkeys(FIELDS, st.sampled_from(["", "a", "b", "c"])))


def saved(row: SimpleNamespace, known: dict[str, Any], stood: dict[str, str] | None) -> SimpleNamespace:
    return SimpleNamespace(**{**vars(row), **mine_to_change(row, known, stood)})


@given(texts, texts, texts)
def test_every_change_stands_or_nothing_is_saved(opened: dict[str, str], theirs: dict[str, str], mine: dict[str, str]) -> None:
    both = [one for one in FIELDS if theirs[one] != opened[one] and mine[one] not in (opened[one], theirs[one])]
    row = SimpleNamespace(**theirs)
    if both:
        with pytest.raises(ChangedMeanwhile) as told:
            mine_to_change(row, mine, opened)
        assert sorted(told.value.fields) == both
        return
    now = vars(saved(row, mine, opened))
    for one in FIELDS:
        assert now[one] == (mine[one] if mine[one] != opened[one] else theirs[one])


@given(texts, texts)
def test_alone_everything_is_saved_as_written(opened: dict[str, str], mine: dict[str, str]) -> None:
    assert vars(saved(SimpleNamespace(**opened), mine, opened)) == mine
    assert vars(saved(SimpleNamespace(**opened), mine, None)) == mine


def test_another_browsers_line_ends_are_no_change() -> None:
    row = SimpleNamespace(reach="Ring first.\nThen knock.")
    assert mine_to_change(row, {"reach": "Ring first.\r\nThen knock.\r\n"}, as_it_stands(row, ["reach"])) == {}


def test_another_row_is_known_by_its_number_and_nothing_is_empty() -> None:
    assert written(SimpleNamespace(pk=7)) == "7"
    assert written(None) == ""
    assert as_it_stands(SimpleNamespace(matter_id=7, due_on=None), ["matter", "due_on"]) == {"matter": "7", "due_on": ""}
