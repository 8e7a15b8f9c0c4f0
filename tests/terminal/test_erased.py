"""Erased is erased: not a planted word is left in the bytes of the database, its indexes or any file of the installation.

Slow: an installation on each database. Brings its own databases, so it runs once, beside the tests on SQLite.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.needs import postgresql
from tests.postgresql import cluster

pytestmark = [pytest.mark.slow, pytest.mark.skipif("DATABASE_URL" in os.environ, reason="runs beside the tests on SQLite")]
PLANTED = re.compile(rb"qzxjv|kwplant|x\x00z\x00x\x00j\x00v", re.IGNORECASE)
ROOT = Path(__file__).parents[2]


def run(environment: dict[str, str], *command: str) -> str:
    done = subprocess.run([sys.executable, "-m", *command], env=environment, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[dict[str, str]]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("ALONGSIDE_", "DJANGO_"))}
    environment = {**inherited, "ALONGSIDE_DIR": str(tmp_path / "place"), "ALONGSIDE_PLAIN_HTTP": "1"}
    if request.param == "sqlite":
        run(environment, "alongside", "migrate")
        yield environment
        return
    if postgresql() is None:
        pytest.skip("No PostgreSQL here.")
    with cluster() as url:
        environment["DATABASE_URL"] = url
        run(environment, "alongside", "migrate")
        yield environment


def holding_planted(environment: dict[str, str]) -> list[str]:
    """Files with a planted word in their bytes. PostgreSQL's own write-ahead log is not among them: the server recycles it later."""
    folders = [Path(environment["ALONGSIDE_DIR"])]
    if url := environment.get("DATABASE_URL"):
        with psycopg.connect(url, autocommit=True) as database:
            database.execute("CHECKPOINT")
            (data,) = database.execute("SHOW data_directory").fetchone() or ("",)
        folders.append(Path(data) / "base")
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert files
    return [path.name for path in files if PLANTED.search(path.read_bytes())]


def test_no_byte_of_the_persons_words_is_left(place: dict[str, str]) -> None:
    ref = run(place, "tests.terminal.place_to_erase")
    assert holding_planted(place), "what is looked for must be findable before"
    run(place, "alongside", "story", "erase", ref, "--as", "gail@erase.example", "--reason", "Asked for")
    assert holding_planted(place) == []
    run(place, "alongside", "check")
