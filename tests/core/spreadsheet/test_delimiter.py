"""Which sign stands between the cells."""

import pytest

from alongside.core.spreadsheet.delimiter import judge_delimiter


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_each_delimiter_is_told(delimiter: str) -> None:
    rows = [["Known as", "Address", "Phone"], ["Sam", "The Green", ""], ["Jo", "", "1"]]
    assert judge_delimiter("\n".join(map(delimiter.join, rows))) == delimiter


def test_signs_inside_quotes_do_not_count() -> None:
    assert judge_delimiter('Known as;Address\nSam;"1, 2, 3"\nJo;"4, 5, 6"') == ";"


def test_commas_in_unquoted_cells_do_not_win_from_the_whole_file() -> None:
    assert judge_delimiter("Known as, or name;Address\nSam;1, The Green\nJo;The Hill\nAl;1, 2, 3") == ";"


def test_of_two_even_readings_the_wider_wins() -> None:
    assert judge_delimiter("Known as;Address, in full;Phone\nSam;1, The Green;2\nJo;3, The Hill;4") == ";"


def test_one_column_is_read_as_comma() -> None:
    assert judge_delimiter("Known as\nSam; of the Green\n") == ","


def test_a_file_with_an_open_quotation_mark_is_still_judged() -> None:
    assert judge_delimiter('Known as;Address\nSam;"The Green\n' + "x" * 200_000) == ";"
