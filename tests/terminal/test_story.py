"""`alongside story`: exported, refused in one line, and the pack for the person."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.skipif("DATABASE_URL" in os.environ, reason="runs beside the tests on SQLite")]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("story") / "example"
    assert alongside("demo", "--no-serve", "--dir", str(folder)).returncode == 0
    return folder


def alongside(*words: str) -> "subprocess.CompletedProcess[str]":
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("ALONGSIDE_", "DJANGO_"))}
    return subprocess.run([sys.executable, "-m", "alongside", *words], env=inherited, capture_output=True, text=True)


def sam(example: Path) -> str:
    with closing(sqlite3.connect(example / "alongside.sqlite3")) as file:
        return str(file.execute("SELECT ref FROM people_person WHERE called = 'Sam'").fetchone()[0])


def test_everything_held_is_written_to_read_and_for_machines(example: Path, tmp_path: Path) -> None:
    to = tmp_path / "out"
    done = alongside("story", "export", sam(example), "--to", str(to), "--dir", str(example))
    assert done.returncode == 0, done.stderr
    story = json.loads((to / "story.json").read_text())
    kinds = {kind["label"]: kind for kind in story["kinds"]}
    assert len(kinds["journeys.Conversation"]["rows"]) == 20
    assert kinds["journeys.Conversation"]["fields"]["words"]["why"] == "So that nobody has to tell it twice."
    assert "fright" in (to / "story.html").read_text()
    assert [path.stat().st_mode & 0o777 for path in (to, to / "story.json")] == [0o700, 0o600]
    again = alongside("story", "export", sam(example), "--to", str(to), "--dir", str(example))
    assert (again.returncode, len(again.stderr.splitlines())) == (2, 1)


def test_the_pack_waits_until_its_texts_were_looked_through(example: Path, tmp_path: Path) -> None:
    refused = alongside("story", "export", sam(example), "--for-the-person", "--to", str(tmp_path / "out"), "--dir", str(example))
    assert refused.returncode == 2
    assert "not been looked through yet" in refused.stderr
    assert not list((tmp_path / "out").glob("*"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("export", "222222222222", "--to", "out"), "nobody with this reference"),
        (("erase", "222222222222"), "nobody with this reference"),
        (("import", "nowhere"), "cannot be read"),
        (("export", "x", "--to", "out", "--as", "nobody@northbridge.example"), "nobody who signs in"),
        (("erase", "x", "--as", "maya@northbridge.example"), "only the information lead"),
    ],
)
def test_misused_it_says_so_in_one_line(words: tuple[str, ...], said: str, example: Path, tmp_path: Path) -> None:
    given = [str(tmp_path / word) if word in ("out", "nowhere") else word for word in words]
    refused = alongside("story", *given, "--dir", str(example))
    assert refused.returncode == 2
    assert said in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
