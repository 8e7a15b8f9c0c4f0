"""docs/security.md names what exists, leaves no chapter out, and claims nothing without saying where."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text()
STANDS = {"met", "partly", "not met", "not ours", "does not arise", "not yet"}
NAMED = sorted(set(re.findall(r"`((?:src|tests|docs|frontend|requirements)/[^`]+)`", PAGE)))
LINKED = sorted(set(re.findall(r"\]\(([^)#]+)\)", PAGE)))
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if re.match(r"\| \d+\.\d", line)]


@pytest.mark.parametrize("name", NAMED)
def test_what_it_names_is_there(name: str) -> None:
    path, _, test = name.partition("::")
    assert (ROOT / path).exists()
    if test:
        assert re.search(rf"^def {test}\(", (ROOT / path).read_text(), re.MULTILINE)


@pytest.mark.parametrize("link", LINKED)
def test_where_it_leads_there_is_a_page(link: str) -> None:
    assert (ROOT / "docs" / link).exists()


def test_no_chapter_is_left_out() -> None:
    assert [int(number) for number in re.findall(r"^## V(\d+) ", PAGE, re.MULTILINE)] == list(range(1, 18))
    assert {int(row[0].split(".")[0]) for row in ROWS} == set(range(1, 18))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_row_says_how_it_stands_and_why(row: list[str]) -> None:
    _section, asks, stands, where = row
    assert asks
    assert stands in STANDS
    if stands in ("partly", "not met"):
        assert len(where) > 30, "say what is missing"
