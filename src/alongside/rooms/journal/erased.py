"""The list of what was erased, kept beside the database, so that a backup from before it brings nobody back.

One line for each: when, an opaque reference, and a keyed digest of both. No names, no words.
"""

import hashlib
import hmac
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.utils import timezone

NAME = "erased.list"


BACK = "back:"


class Erased(NamedTuple):
    """at: an aware moment in UTC, written out. ref: such as 'people.person:k7m29xqa4t2b'; with BACK before it, they were brought back."""

    at: str
    ref: str


class ListBroken(Exception):
    """A line of the list is not as it was written. The message says which."""


def list_path() -> Path:
    return Path(settings.INSTALLATION) / NAME


def note_erased(ref: str) -> None:
    """Put a reference on the list as soon as the transaction that erases it is kept; durable when this returns from it."""
    transaction.on_commit(lambda: add_erased([Erased(timezone.now().isoformat(), ref)]))


def note_brought_back(ref: str) -> None:
    """Someone who was erased is here again, because they wanted it: a restore is to leave them."""
    if ref in {one.ref for one in read_erased(list_path())}:
        note_erased(BACK + ref)


def add_erased(found: Sequence[Erased]) -> None:
    """Write lines at the end of the list."""
    if not found:
        return
    handle = os.open(list_path(), os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write("".join(f"{one.at} {one.ref} {_digest(one)}\n" for one in found))
        file.flush()
        os.fsync(file.fileno())


def read_erased(path: Path) -> list[Erased]:
    """What a list holds, in its order; nothing where there is none. Raises ListBroken."""
    try:
        lines = path.read_text(errors="replace").splitlines()
    except FileNotFoundError:
        return []
    return [_line(line, number, path.name) for number, line in enumerate(lines, start=1)]


def erase_again(found: Iterable[Erased], *, erase: Callable[[str], None]) -> int:
    """Erase once more what lists name, in order of time; return how many. Run in a transaction with what brought it back.

    erase: the act, called with a reference; it does nothing where nothing bears it.
    """
    refs: dict[str, None] = {}
    for one in sorted(found):
        if one.ref.startswith(BACK):
            refs.pop(one.ref.removeprefix(BACK), None)
        else:
            refs[one.ref] = None
    for ref in refs:
        erase(ref)
    return len(refs)


def _digest(one: Erased) -> str:
    return hmac.new(settings.JOURNAL_KEY.encode(), f"erased|{one.at}|{one.ref}".encode(), hashlib.sha256).hexdigest()


def _line(line: str, number: int, name: str) -> Erased:
    parts = line.split(" ")
    one = Erased(*parts[:2]) if len(parts) == 3 else None
    if one is None or not hmac.compare_digest(_digest(one).encode(), parts[2].encode()):
        raise ListBroken(f"{name}: line {number} is not as it was written.")
    return one
