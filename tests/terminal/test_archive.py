"""What is in a backup is laid into its folder, and nowhere else, whatever it is called."""

import io
import tarfile
from pathlib import Path

import pytest

from alongside.core.lock.locked_file import LockedWriter
from alongside.doors.terminal.backups.archive import Archive, unpack
from alongside.doors.terminal.backups.manifest import RefusedBackup, new_manifest

PHRASE = "a kettle, a chair, a door"
MANIFEST = new_manifest(made_at="2026-11-26T09:00:00+00:00", database="sqlite", migrations=[], keys={})


@pytest.fixture(autouse=True)
def little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alongside.doors.terminal.backups.archive.LockedWriter", lambda sink, phrase: LockedWriter(sink, phrase, work=1))


def made(path: Path, *names: str, ends: bool = True) -> Path:
    with path.open("wb") as file:
        archive = Archive(file, PHRASE, MANIFEST, lambda done: None)
        for name in names:
            archive.put(name, b"words")
        if ends:
            archive.close()
        else:
            archive._tar.close()
            archive._lock.close()
    return path


def unpacked(path: Path, into: Path) -> None:
    into.mkdir(exist_ok=True)
    unpack(path, PHRASE, into=into, suits=lambda manifest: None, progress=lambda done: None)


def test_it_is_laid_out_as_it_was_for_its_owner_alone(tmp_path: Path) -> None:
    unpacked(made(tmp_path / "b", "database", "files/secret.key", "files/uploads/1-a"), tmp_path / "into")
    laid = {str(path.relative_to(tmp_path / "into")): path for path in (tmp_path / "into").rglob("*") if path.is_file()}
    assert set(laid) == {"database", "files/secret.key", "files/uploads/1-a"}
    assert {path.stat().st_mode & 0o777 for path in laid.values()} == {0o600}


@pytest.mark.parametrize("name", ["/etc/evil", "files/../../evil", "../evil", "evil", "files/../evil"])
def test_nothing_is_laid_outside_the_folder(name: str, tmp_path: Path) -> None:
    with pytest.raises(RefusedBackup):
        unpacked(made(tmp_path / "b", name), tmp_path / "into")
    assert not list(tmp_path.rglob("evil*"))


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE])
def test_only_plain_files_are_laid(kind: bytes, tmp_path: Path) -> None:
    path = tmp_path / "b"
    with path.open("wb") as file:
        archive = Archive(file, PHRASE, MANIFEST, lambda done: None)
        about = tarfile.TarInfo("files/link")
        about.type, about.linkname = kind, "/etc/passwd"
        archive._tar.addfile(about)
        archive.close()
    with pytest.raises(RefusedBackup):
        unpacked(path, tmp_path / "into")


def test_the_same_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedBackup):
        unpacked(made(tmp_path / "b", "database", "database"), tmp_path / "into")


def test_without_its_digests_it_is_not_whole(tmp_path: Path) -> None:
    with pytest.raises(RefusedBackup):
        unpacked(made(tmp_path / "b", "database", ends=False), tmp_path / "into")


def test_a_digest_that_is_not_of_what_is_there_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Archive.close

    def close(archive: Archive) -> None:
        archive._digests["database"] = "0" * 64
        whole(archive)

    monkeypatch.setattr(Archive, "close", close)
    with pytest.raises(RefusedBackup, match="does not hold"):
        unpacked(made(tmp_path / "b", "database"), tmp_path / "into")


@pytest.mark.parametrize("content", [b"", b"no archive at all", b"\0" * 1024])
def test_something_else_under_the_same_passphrase_is_refused(content: bytes, tmp_path: Path) -> None:
    sink = io.BytesIO()
    writer = LockedWriter(sink, PHRASE, work=1)
    writer.write(content)
    writer.close()
    (tmp_path / "b").write_bytes(sink.getvalue())
    with pytest.raises(RefusedBackup):
        unpacked(tmp_path / "b", tmp_path / "into")
