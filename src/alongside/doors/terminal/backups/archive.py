"""The backup as a file: a tar of the manifest, the database, the installation's other files and their digests, under one lock."""

import hashlib
import io
import json
import os
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from alongside.core.lock.heading import LockError
from alongside.core.lock.locked_file import LockedReader, LockedWriter
from alongside.doors.terminal.backups.manifest import Manifest, RefusedBackup, read_manifest

MANIFEST, DIGESTS, FILES = "manifest.json", "digests.json", "files"
MOST_SAID = 10 * 1024 * 1024  # bytes of manifest or digests
AT_ONCE = 1024 * 1024  # bytes
Progress = Callable[[int], None]


@contextmanager
def written_whole(path: Path) -> Iterator[IO[bytes]]:
    """A file under its name only when all of it is on the disk; readable by its owner alone."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.rename(name, path)
    finally:
        Path(name).unlink(missing_ok=True)


class Archive:
    """Takes what belongs into a backup, in order: what is small by `put`, what lies on the disk by `put_file`."""

    def __init__(self, file: IO[bytes], passphrase: str, manifest: Manifest, progress: Progress) -> None:
        self._lock = LockedWriter(file, passphrase)  # type: ignore[arg-type]  # an IO of bytes is a BinaryIO
        self._tar = tarfile.open(fileobj=self._lock, mode="w|")  # type: ignore[call-overload]  # noqa: SIM115 (closed by close)
        self._digests: dict[str, str] = {}
        self._progress, self._done = progress, 0
        self.put(MANIFEST, manifest.written())

    def put(self, name: str, data: bytes) -> None:
        self._add(name, len(data), io.BytesIO(data))

    def put_file(self, name: str, path: Path) -> None:
        with path.open("rb") as file:
            self._add(name, os.fstat(file.fileno()).st_size, file)

    def close(self) -> None:
        self.put(DIGESTS, json.dumps(self._digests).encode())
        self._tar.close()
        self._lock.close()

    def _add(self, name: str, size: int, source: IO[bytes]) -> None:
        about = tarfile.TarInfo(name)
        about.size, about.mode = size, 0o600
        read = _Noted(source, self._tell)
        self._tar.addfile(about, read)
        self._digests[name] = read.digest.hexdigest()

    def _tell(self, read: int) -> None:
        self._done += read
        self._progress(self._done)


class _Noted:
    """A file whose digest is taken as it is read."""

    def __init__(self, source: IO[bytes], tell: Progress) -> None:
        self._source, self._tell, self.digest = source, tell, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._source.read(size)
        self.digest.update(data)
        self._tell(len(data))
        return data


def unpack(path: Path, passphrase: str, *, into: Path, suits: Callable[[Manifest], None], progress: Progress) -> Manifest:
    """Lay what a backup holds into an empty folder: `database`, and `files` with the rest. Whole, and as it was, when this returns.

    suits: raises RefusedBackup for a manifest that does not suit; asked before anything else is read.

    Raises RefusedBackup, with the reason, for a file that does not open or is not whole.
    """
    try:
        with path.open("rb") as file:
            lock = LockedReader(file, passphrase)
            manifest = _unpack(lock, into, suits, progress)
            lock.finish()
    except LockError as fault:
        raise RefusedBackup(str(fault)) from fault
    except (tarfile.TarError, json.JSONDecodeError, TypeError, KeyError, EOFError, StopIteration) as fault:
        raise RefusedBackup("opens with this passphrase, but is no backup of Alongside's") from fault
    except OSError as fault:
        raise RefusedBackup(f"cannot be read or laid out ({fault.strerror})") from fault
    return manifest


def _unpack(lock: LockedReader, into: Path, suits: Callable[[Manifest], None], progress: Progress) -> Manifest:
    with tarfile.open(fileobj=lock, mode="r|") as tar:  # type: ignore[call-overload]  # a stream needs `read` alone
        members = iter(tar)
        manifest = read_manifest(_said(tar, next(members), MANIFEST))
        suits(manifest)
        digests: dict[str, str] = {}
        done = 0
        for member in members:
            if member.name == DIGESTS:
                wanted = json.loads(_said(tar, member, DIGESTS))
                wanted.pop(MANIFEST)
                if wanted != digests:
                    raise RefusedBackup("does not hold what it says it holds")
                return manifest
            digests[member.name] = _lay(tar, member, into)
            done += member.size
            progress(done)
    raise RefusedBackup("does not end as a backup of Alongside's ends")


def _said(tar: tarfile.TarFile, member: tarfile.TarInfo, name: str) -> bytes:
    file = tar.extractfile(member) if member.name == name and member.size < MOST_SAID else None
    if file is None:
        raise RefusedBackup("opens with this passphrase, but is no backup of Alongside's")
    return file.read()


def _lay(tar: tarfile.TarFile, member: tarfile.TarInfo, into: Path) -> str:
    """Write one file; return its digest. Only plain files within the folder are laid."""
    name = PurePosixPath(member.name)
    source = tar.extractfile(member) if member.isreg() else None
    if source is None or name.is_absolute() or ".." in name.parts or name.parts[0] not in ("database", FILES):
        raise RefusedBackup("holds what no backup of Alongside's holds")
    path = into / name
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        while data := source.read(AT_ONCE):
            file.write(data)
            digest.update(data)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()
