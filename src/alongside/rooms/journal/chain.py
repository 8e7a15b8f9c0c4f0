"""The keyed hash chain over the journal, its head, and the check that finds what was changed, removed or cut off."""

import hashlib
import hmac
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings

from alongside.rooms.journal.models import Entry, Seal


def digest_of(*, previous: str, number: int, entries: Iterable[Entry]) -> str:
    """Return the hex HMAC-SHA256 of the previous digest, the seal's number and each entry's contents, in order of id."""
    mac = hmac.new(settings.JOURNAL_KEY.encode(), f"{previous}|{number}".encode(), hashlib.sha256)
    for entry in entries:
        fields = [entry.pk, entry.at.isoformat(), entry.by_id, entry.act, entry.kind, entry.subject, entry.ground, entry.reason_digest]
        mac.update(json.dumps(fields).encode() + b"\n")
    return mac.hexdigest()


def head_path() -> Path:
    return Path(settings.INSTALLATION) / "journal.head"


def read_head() -> tuple[int, str] | None:
    """Return the last seal's number and digest as kept beside the database, or None where no head is kept."""
    try:
        number, digest = head_path().read_text().split()
    except (FileNotFoundError, ValueError):
        return None
    return int(number), digest


def write_head(number: int, digest: str) -> None:
    """Keep the head, durably and whole: a reader sees the old one or the new one."""
    draft = head_path().with_suffix(".new")
    handle = os.open(draft, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(f"{number} {digest}\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, head_path())


def faults() -> Iterator[str]:
    """Yield, in words, each place where the journal is not what was sealed. Costs two queries a seal."""
    previous, number = "", 0
    for seal in Seal.objects.order_by("number").iterator():
        number += 1
        if seal.number != number:
            yield f"The journal lacks seal {number}: entries have been removed."
            number = seal.number
        entries = list(Entry.objects.filter(seal=seal).order_by("id"))
        if len(entries) != seal.count:
            yield f"The journal holds {len(entries)} entries under seal {seal.number}, but {seal.count} were sealed."
        elif not hmac.compare_digest(digest_of(previous=previous, number=seal.number, entries=entries), seal.digest):
            yield f"An entry under seal {seal.number} of the journal is not as it was sealed."
        previous = seal.digest
    yield from _head_faults(number, previous)


def _head_faults(number: int, digest: str) -> Iterator[str]:
    head = read_head()
    if head is None:
        if number:
            yield "The journal's head, kept beside the database (journal.head), is missing."
    elif head[0] > number:
        yield f"The journal ends at seal {number}, but seal {head[0]} was made: its end has been cut off."
    elif head[0] == number and head[1] != digest:
        yield f"Seal {number}, the last of the journal, is not the one that was made."
