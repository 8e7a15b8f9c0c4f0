"""Spreadsheets kept between choosing one and bringing it in: in the installation's folder, for whoever sent them, for an hour."""

import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from alongside.core.reference import new_reference
from alongside.rooms.accounts.models import Account
from alongside.rooms.teams.models import Team

KEPT_FOR = 60 * 60  # seconds


@dataclass(frozen=True)
class Upload:
    """team: its reference. name: the file's, without folders."""

    name: str
    team: str
    raw: bytes


def keep(*, by: Account, team: Team, name: str, raw: bytes) -> str:
    """Keep a file; return the random token it is found by again. Old ones are taken away first."""
    _folder().mkdir(mode=0o700, exist_ok=True)
    _take_away_old()
    token = new_reference()
    handle = os.open(_path(by, token), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(json.dumps({"name": name, "team": team.ref}).encode() + b"\n" + raw)
    return token


def fetch(*, by: Account, token: str) -> Upload | None:
    """The file of that token, for the account that sent it; None for any other, and after its hour."""
    path = _path(by, token)
    if not path.exists() or _is_old(path):
        return None
    about, raw = path.read_bytes().split(b"\n", 1)
    return Upload(raw=raw, **json.loads(about))


def discard(*, by: Account, token: str) -> None:
    _path(by, token).unlink(missing_ok=True)


def _folder() -> Path:
    return Path(settings.INSTALLATION) / "uploads"


def _path(by: Account, token: str) -> Path:
    return _folder() / f"{by.pk}-{token}"


def _is_old(path: Path) -> bool:
    return path.stat().st_mtime < time.time() - KEPT_FOR


def _take_away_old() -> None:
    for path in _folder().iterdir():
        if _is_old(path):
            path.unlink(missing_ok=True)
