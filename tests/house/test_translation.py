"""What an act refuses with passes through translation, like every other string that people read."""

import ast
from pathlib import Path

import pytest

ROOMS = Path(__file__).parents[2] / "src" / "alongside" / "rooms"
ACTS = [path for path in ROOMS.rglob("*.py") if ("acts" in path.parts or path.stem == "acts") and "migrations" not in path.parts]
FOR_WHOEVER_RUNS_IT = {"JournalBroken", "ExampleError"}  # read at a terminal, with the rest of its English


@pytest.mark.parametrize("path", ACTS, ids=lambda path: str(path.relative_to(ROOMS)))
def test_refusals_pass_through_translation(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and isinstance(node.exc.func, ast.Name):
            said = node.exc.args[0] if node.exc.args else None
            if node.exc.func.id not in FOR_WHOEVER_RUNS_IT:
                assert not isinstance(said, ast.Constant | ast.JoinedStr), f"line {node.lineno}"
