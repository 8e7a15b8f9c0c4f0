"""The server is killed in the midst of 200 saves: what was acknowledged is there, and nothing is there twice.

Slow: a server is started twice for each round. Brings its own databases, so it runs once, beside the tests on SQLite.
"""

import http.client
import os
import random
import re
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from tests.needs import postgresql
from tests.postgresql import cluster
from tests.terminal.place_to_kill import Client, Save, Server, saves

pytestmark = [pytest.mark.slow, pytest.mark.skipif("DATABASE_URL" in os.environ, reason="runs beside the tests on SQLite")]

SAVES, AT_ONCE = 200, 32
AGAIN = 20  # of those acknowledged: whoever saves again doubles nothing
EMAIL = "maya@northbridge.example"
ROUNDS = [0, 1, *(pytest.param(number, marks=pytest.mark.hard) for number in range(2, 10))]
DURABLE = "-c listen_addresses=127.0.0.1 -c unix_socket_directories=''"  # as PostgreSQL comes


@dataclass
class Place:
    """environment: of its commands. person: the path of the one page that is written to."""

    environment: dict[str, str]
    server: Server
    password: str
    person: str

    def client(self) -> Client:
        return Client(self.server.port, EMAIL, self.password)

    def kept(self) -> Counter[str]:
        """How often each client key's words are in the database."""
        asked = "SELECT words FROM journeys_conversation"
        if url := self.environment.get("DATABASE_URL"):
            with psycopg.connect(url) as database:
                return Counter(words for (words,) in database.execute(asked))
        with closing(sqlite3.connect(Path(self.environment["ALONGSIDE_DIR"]) / "alongside.sqlite3")) as file:
            return Counter(words for (words,) in file.execute(asked))


def _run(environment: dict[str, str], *words: str) -> str:
    command = [sys.executable, "-m", "alongside", *words]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _place(environment: dict[str, str]) -> Iterator[Place]:
    _run(environment, "migrate")
    password = _run(environment, "account", "add", EMAIL, "--role", "worker", "--team", "Hub").strip().rsplit(" ", 1)[1]
    server = Server(environment)
    try:
        server.start()
        client = Client(server.port, EMAIL, password)
        yield Place(environment, server, password, client.post("/people/new/", {"called": "Sam"}))
    finally:
        server.kill()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    if request.param == "postgresql" and postgresql() is None:
        pytest.skip("No PostgreSQL here.")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("ALONGSIDE_", "DJANGO_"))}
    environment = {**inherited, "ALONGSIDE_DIR": str(tmp_path_factory.mktemp("place")), "ALONGSIDE_PLAIN_HTTP": "1"}
    if request.param == "sqlite":
        yield from _place(environment)
        return
    with cluster(DURABLE) as url:
        yield from _place({**environment, "DATABASE_URL": url})


def _save_all(place: Place, client: Client, waiting: list[Save], kill_after: int = 0) -> int:
    """Save them from many threads; kill the server once so many are acknowledged. Return how many were under way in that moment."""
    lock, under_way, at_the_end = threading.Lock(), 0, 0

    def save(one: Save) -> None:
        nonlocal under_way, at_the_end
        with lock:
            under_way += 1
        with suppress(OSError, http.client.HTTPException):  # no answer: not acknowledged
            client.save(place.person, one)
        with lock:
            under_way -= 1
            if kill_after and not at_the_end and sum(each.acknowledged for each in waiting) >= kill_after:
                at_the_end = under_way
                place.server.kill()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        list(threads.map(save, waiting))
    return at_the_end


@pytest.mark.parametrize("number", ROUNDS)
def test_what_was_acknowledged_is_there_and_nothing_is_there_twice(number: int, place: Place) -> None:
    wanted = saves(SAVES)
    kill_after = random.Random(number).randrange(20, SAVES - AT_ONCE)
    under_way = _save_all(place, place.client(), wanted, kill_after)
    acknowledged = {one.words for one in wanted if one.acknowledged}
    left = [one for one in wanted if not one.acknowledged]
    assert under_way, "the server was not killed in the midst of anything"
    assert left
    kept = place.kept()
    assert acknowledged <= set(kept)
    assert max(kept.values()) == 1

    place.server.start()
    _save_all(place, place.client(), [*left, *(one for one in wanted if one.acknowledged)][: len(left) + AGAIN])
    assert all(one.acknowledged for one in wanted)
    kept = place.kept()
    assert [kept[one.words] for one in wanted] == [1] * SAVES


def test_the_place_is_healthy_afterwards(place: Place) -> None:
    assert re.fullmatch(r"Healthy\.\n", _run(place.environment, "check"))
