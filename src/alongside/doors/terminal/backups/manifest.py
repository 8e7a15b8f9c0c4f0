"""What a backup says of itself: the first thing in it."""

import hashlib
import hmac
import json
from dataclasses import asdict, dataclass

from alongside import __version__
from alongside.core.reference import new_reference

FORMAT = 1


class RefusedBackup(Exception):
    """This file is not laid back; the message says why. Nothing was changed."""


@dataclass(frozen=True)
class Manifest:
    """ref: the backup's own, by which the journal names it. made_at: an aware moment, written out. database: 'sqlite' or 'postgresql'.

    migrations: app and name of each that its database has been through. keys: a digest of each key that it was made with.
    """

    made_at: str
    database: str
    migrations: list[list[str]]
    keys: dict[str, str]
    ref: str
    version: str
    format: int = FORMAT

    def written(self) -> bytes:
        return json.dumps(asdict(self), indent=1).encode()


def new_manifest(*, made_at: str, database: str, migrations: list[list[str]], keys: dict[str, str]) -> Manifest:
    return Manifest(made_at, database, migrations, keys, ref=new_reference(), version=__version__)


def read_manifest(raw: bytes) -> Manifest:
    """Raises RefusedBackup for one that this version cannot read."""
    said = json.loads(raw)
    if said.get("format", 0) > FORMAT or _number(said.get("version", "")) > _number(__version__):
        raise RefusedBackup(f"was made by version {said.get('version')}; this is {__version__}. Install that version or a later one first")
    return Manifest(**said)


def digest_of_key(key: str) -> str:
    """Tells whether two keys are the same, and nothing else about them: they are long and random."""
    return hmac.new(key.encode(), b"alongside.backup.key", hashlib.sha256).hexdigest()


def _number(version: str) -> list[int]:
    return [int(part) for part in version.split(".") if part.isdigit()]
