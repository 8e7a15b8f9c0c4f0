"""A PostgreSQL of our own, in a temporary folder, on this machine only, gone afterwards.

Durable as it comes: fsync and synchronous_commit on.
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOOKED_IN = ["/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin"]


def binaries() -> Path | None:
    """Where initdb and pg_ctl are, or None."""
    found = shutil.which("initdb")
    places = [Path(found).resolve().parent] if found else []
    return next((place for place in [*places, *map(Path, LOOKED_IN)] if (place / "pg_ctl").exists()), None)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def cluster(place: Path) -> Iterator[str]:
    """Give the DATABASE_URL of an empty database. Run by root, it runs as the user postgres, for the server refuses root."""
    folder, port = Path(tempfile.mkdtemp(prefix="bench-postgresql-")), free_port()
    as_whom: list[str] = []
    if os.getuid() == 0:
        os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
        as_whom = ["runuser", "-u", "postgres", "--"]

    def run(*command: str) -> None:
        subprocess.run([*as_whom, str(place / command[0]), *command[1:]], check=True, stdout=subprocess.DEVNULL, cwd=folder)

    data, log = str(folder / "data"), str(folder / "log")
    try:
        run("initdb", "-D", data, "-A", "trust", "-U", "bench", "-E", "UTF8", "--locale", "C.UTF-8")
        run(
            "pg_ctl",
            "-D",
            data,
            "-w",
            "-l",
            log,
            "-o",
            f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}",
            "start",
        )
        try:
            run("createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "bench", "bench")
            yield f"postgres://bench@127.0.0.1:{port}/bench"
        finally:
            run("pg_ctl", "-D", data, "-w", "-m", "fast", "stop")
    finally:
        shutil.rmtree(folder)
