"""The house keeps its sizes: the build argues, not the reviewer."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "alongside"
PYTHON = [path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts]
TESTS = list((ROOT / "tests").rglob("*.py"))
TEMPLATES = list(SOURCE.rglob("*.html"))
DRAWERS = {"utils", "helpers", "common", "base", "manager", "lib", "misc"}


def lines(path: Path) -> int:
    return len(path.read_text().splitlines())


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", PYTHON, ids=named)
def test_a_python_file_has_at_most_300_lines(path: Path) -> None:
    assert lines(path) <= 300


@pytest.mark.parametrize("path", TESTS, ids=named)
def test_a_test_file_has_at_most_400_lines(path: Path) -> None:
    assert lines(path) <= 400


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_has_at_most_150_lines_and_says_what_it_needs(path: Path) -> None:
    assert lines(path) <= 150
    if "django" not in path.parts:
        assert path.read_text().lstrip().startswith("{#"), "its first line says what it needs"


def views() -> Iterator[tuple[str, ast.FunctionDef]]:
    for path in SOURCE.glob("doors/*/views/*.py"):
        yield from ((f"{path.stem}.{node.name}", node) for node in ast.parse(path.read_text()).body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize(("name", "view"), list(views()))
def test_a_view_has_at_most_20_lines(name: str, view: ast.FunctionDef) -> None:
    assert (view.end_lineno or 0) - view.lineno < 20


@pytest.mark.parametrize("path", PYTHON, ids=named)
def test_nothing_is_a_drawer(path: Path) -> None:
    assert not DRAWERS & {path.stem, *path.relative_to(SOURCE).parts[:-1]}


def test_every_noun_of_a_room_is_in_the_glossary() -> None:
    glossary = (ROOT / "GLOSSARY.md").read_text().lower()
    rooms = [path.parent.name for path in SOURCE.glob("rooms/*/apps.py")]
    missing = [room for room in rooms if f"`{room}`" not in glossary]
    assert not missing


def test_nothing_that_is_typed_stands_in_an_address() -> None:
    """Addresses stay in a device's history and in logs. What is sought is posted, and led on under a seal."""
    asked = [(path.name, form) for path in SOURCE.rglob("*.html") for form in re.findall(r"<form.*?</form>", path.read_text(), re.DOTALL)]
    sending = [
        name for name, form in asked if 'method="post"' not in form and re.search(r"type=.(search|text)|<textarea|field_group", form)
    ]
    assert asked
    assert not sending


@pytest.mark.parametrize("path", PYTHON, ids=named)
def test_a_spreadsheet_is_written_in_one_place(path: Path) -> None:
    """Where no cell can run as a formula."""
    found = {getattr(node, "attr", getattr(node, "name", "")) for node in ast.walk(ast.parse(path.read_text()))}
    if path.relative_to(SOURCE) != Path("core/spreadsheet/written.py"):
        assert not found & {"writer", "DictWriter", "to_csv", "openpyxl", "xlsxwriter"}
