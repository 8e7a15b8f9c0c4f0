"""One bringing-in at a time, held by a lock that ends with whoever holds it, however they end."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from alongside.rooms.arrivals.errors import ArrivalError

WAIT = 5.0  # seconds
LOOK_EVERY = 0.1
ADVISORY = 0x4152524956  # PostgreSQL's name for the lock


@contextmanager
def alone() -> Iterator[None]:
    """Hold the installation's one place for bringing people in. The database is free meanwhile.

    The operating system (or PostgreSQL, whose session ends) lets go of it when the holder is killed. So whoever holds it knows
    that every arrival which has not landed is a dead one's, without clocks and heartbeats.

    Raises ArrivalError when somebody else has it for longer than WAIT.
    """
    with _file(), _advisory() if connection.vendor == "postgresql" else nullcontext():  # several machines may share a PostgreSQL
        yield


def _wait_for(take: "Iterator[bool]") -> None:
    until = time.monotonic() + WAIT
    while not next(take):
        if time.monotonic() > until:
            raise ArrivalError(_("Someone is bringing people in just now. Nothing came in from this file. Try again in a minute."))
        time.sleep(LOOK_EVERY)


@contextmanager
def _file() -> Iterator[None]:
    handle = os.open(Path(settings.INSTALLATION) / "arriving.lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _wait_for(_flock(handle))
        yield
    finally:
        os.close(handle)


def _flock(handle: int) -> Iterator[bool]:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


@contextmanager
def _advisory() -> Iterator[None]:
    _wait_for(_advisory_lock())
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [ADVISORY])


def _advisory_lock() -> Iterator[bool]:
    while True:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [ADVISORY])
            yield bool(cursor.fetchone()[0])
