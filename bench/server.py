"""The production server with one worker, in a process of its own, over an installation made for the run."""

import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.postgresql import cluster, free_port

ROOT = Path(__file__).resolve().parent.parent
Environment = dict[str, str]
DURABLE = "-c listen_addresses=127.0.0.1 -c unix_socket_directories=''"  # fsync and synchronous_commit as they come: on


@contextmanager
def installation(database: str) -> Iterator[Environment]:
    """An empty installation's environment, on SQLite (its file, synchronous FULL) or on a PostgreSQL of its own."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        environment |= {
            "ALONGSIDE_DIR": folder,
            "ALONGSIDE_PLAIN_HTTP": "1",
            "DJANGO_SETTINGS_MODULE": "bench.settings",
            "PYTHONPATH": str(ROOT),
        }
        if database == "sqlite":
            yield environment
            return
        with cluster(DURABLE) as url:
            yield {**environment, "DATABASE_URL": url}


def made_place(environment: Environment, people: int, conversations: int) -> dict[str, Any]:
    """Make the place in a process of its own; return who signs in and whose pages are opened (see bench.place.Facts)."""
    return {**_made(environment, "bench.place", "--people", str(people), "--conversations", str(conversations)), "people": people}


def made_many(environment: Environment, people: int) -> dict[str, Any]:
    """Make a place of people who have nothing but a name and a day of birth (see bench.many.Facts)."""
    return {**_made(environment, "bench.many", "--people", str(people)), "people": people}


def _made(environment: Environment, *arguments: str) -> dict[str, Any]:
    command = [sys.executable, "-m", *arguments]
    made = subprocess.run(command, env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    facts: dict[str, Any] = json.loads(made.stdout)
    return facts


@contextmanager
def serving(environment: Environment) -> Iterator[int]:
    """Serve; give the port."""
    port = free_port()
    command = [sys.executable, "-m", "alongside", "serve", "--port", str(port), "--workers", "1"]
    server = subprocess.Popen(command, env=environment, cwd=ROOT)
    try:
        _wait_for(port, server)
        yield port
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in/", timeout=5).close()
        except urllib.error.HTTPError:
            raise
        except OSError:
            if server.poll() is not None:
                raise SystemExit("The server did not start.") from None
            time.sleep(0.1)
        else:
            return
    raise SystemExit("The server did not answer within 30 seconds.")
