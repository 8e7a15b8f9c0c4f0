"""Run a command beside a PostgreSQL of its own: a new cluster in a temporary folder, on this machine only, gone afterwards.

Run: python tests/postgresql.py COMMAND ...    The command finds it in DATABASE_URL.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.needs import postgresql

OPTIONS = "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c full_page_writes=off -c max_connections=60"


def _as_postgres(*command: str) -> list[str]:
    """The server refuses to run as root; as root, run it as its own user."""
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command] if os.geteuid() == 0 else list(command)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def cluster(options: str = OPTIONS) -> Iterator[str]:
    """Give the address of a new, empty database server; trust authentication holds in its folder only."""
    programs = postgresql()
    if programs is None:
        raise SystemExit("No PostgreSQL 15 or later is installed.")
    folder = Path(tempfile.mkdtemp(prefix="alongside-postgresql-"))
    port = free_port()
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "cwd": folder}
    data = str(folder / "data")
    control = _as_postgres(str(programs / "pg_ctl"), "-D", data, "-w", "-l", str(folder / "log"))
    try:
        subprocess.run(_as_postgres(str(programs / "initdb"), "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8"), **quiet)
        subprocess.run([*control, "-o", f"{options} -p {port}", "start"], **quiet)
        yield f"postgres://postgres@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder.parent)
        shutil.rmtree(folder, ignore_errors=True)


def main(command: list[str]) -> int:
    with cluster() as url:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
