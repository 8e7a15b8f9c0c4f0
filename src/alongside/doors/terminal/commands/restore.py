"""A backup laid back, whole or not at all. Runs before there are settings: they are the backup's own."""

import os
from argparse import Namespace
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.db import DatabaseError

from alongside.doors.terminal.backups import folder as folders
from alongside.doors.terminal.backups import postgresql, progress, sqlite
from alongside.doors.terminal.backups.archive import unpack
from alongside.doors.terminal.backups.manifest import Manifest, RefusedBackup
from alongside.doors.terminal.backups.passphrase import passphrase
from alongside.doors.terminal.refusal import Refusal
from alongside.foundation import installation


@dataclass(frozen=True)
class There:
    """Where the backup goes. server: None for SQLite. taken: an installation is there already."""

    folder: Path
    server: postgresql.Server | None
    taken: bool

    @property
    def kind(self) -> str:
        return "postgresql" if self.server else "sqlite"

    def suits(self, manifest: Manifest) -> None:
        if manifest.database != self.kind:
            how = "Set DATABASE_URL" if manifest.database == "postgresql" else "Unset DATABASE_URL"
            raise RefusedBackup(f"is of a database on {manifest.database}, and this installation's is on {self.kind}. {how}")


def run(options: Namespace) -> int:
    """Lay a backup back; say what was laid aside, and whether all is well. 1 where `check` would find something."""
    progress.can_be_stopped()
    file, here = Path(options.file).absolute(), installation.folder_named()
    new = not here.exists()
    there = _there(installation.folder(), over=options.over, name=file.name)
    try:
        with folders.work_folder(there.folder) as work:
            faults = _restore(file, there, work, erased=options.erased)
    except RefusedBackup as refused:
        _tell_of_refusal(there)
        raise Refusal(f"{file.name}: {refused}. Nothing was restored.") from refused
    except (OSError, DatabaseError) as fault:
        raise Refusal(f"Nothing was restored ({getattr(fault, 'strerror', None) or type(fault).__name__}).") from fault
    finally:
        if new:
            with suppress(OSError):  # not empty: restored
                here.rmdir()
    print("\n".join(faults or ["Healthy."]))
    return 1 if faults else 0


def _there(folder: Path, *, over: bool, name: str) -> There:
    url = os.environ.get("DATABASE_URL")
    server = postgresql.Server(installation.database(safe_wal=True)) if url else None
    database = folder / folders.DATABASE
    there = There(folder, server, taken=server.holds_tables() if server else sqlite.holds_tables(database))
    if there.taken and not over:
        _tell_of_refusal(there)
        raise Refusal(f"{name}: not restored, for there is an installation here already. Say --over to lay it aside first.")
    if there.taken:
        server.stop_unless_alone() if server else sqlite.stop_unless_alone(database)
    return there


def _restore(file: Path, there: There, work: Path, *, erased: str | None) -> list[str]:
    phrase = passphrase(new=False)
    manifest = unpack(file, phrase, into=work, suits=there.suits, progress=progress.written)
    progress.ended()
    stage = work / "files"
    stage.mkdir(mode=0o700, exist_ok=True)
    if not there.server:
        os.rename(work / "database", stage / folders.DATABASE)
    settling = _with_settings_of(stage)
    settling.refuse_what_does_not_fit(manifest)
    lists = [there.folder / "erased.list", *([Path(erased)] if erased else [])]
    if erased and not lists[-1].is_file():
        raise Refusal(f"{erased}: is no file. Nothing was restored.")
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    return _exchange(there, work, settling, manifest, lists=lists, stamp=stamp)


def _exchange(there: There, work: Path, settling: Any, manifest: Manifest, *, lists: list[Path], stamp: str) -> list[str]:
    schema = f"{postgresql.ASIDE}{stamp.replace('-', '_')}" if there.taken else ""
    try:
        if there.server:
            there.server.lay_back(work / "database", aside=schema)
        count = settling.settle(manifest, lists=lists)
        faults = list(import_module("alongside.doors.terminal.commands.check").of_database())
        settling.connection.close()
        kept = folders.exchange(there.folder, work / "files", aside=stamp)
    except BaseException:  # also when it is stopped: nothing stays
        if apps.ready:
            settling.connection.close()
        if there.server:
            there.server.undo(aside=schema)
        raise
    print(
        f"Restored: backup {manifest.ref} of {manifest.made_at[:16].replace('T', ' ')}, version {manifest.version}. Erased again: {count}."
    )
    for left in [kept, f"the schema {schema}" if there.server and schema else None]:
        if left:
            print(f"What was there before lies in {left}. No erasure reaches it: delete it as soon as it is not needed.")
    return faults


def _with_settings_of(folder: Path) -> Any:
    """The part that needs settings, with those of an installation in `folder`."""
    os.environ["ALONGSIDE_DIR"] = str(folder)
    django.setup()
    return import_module("alongside.doors.terminal.backups.settle")


def _tell_of_refusal(there: There) -> None:
    if there.taken:
        settling = import_module("alongside.doors.terminal.backups.settle") if apps.ready else _with_settings_of(there.folder)
        settling.tell_of_refusal(None if there.server else there.folder / folders.DATABASE)
