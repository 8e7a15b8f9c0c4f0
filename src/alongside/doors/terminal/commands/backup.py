"""All of an installation in one locked file, at one moment, while the server runs."""

from argparse import Namespace
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from alongside.doors.terminal.backups import progress
from alongside.doors.terminal.backups.archive import FILES, Archive, written_whole
from alongside.doors.terminal.backups.folder import files_of, work_folder
from alongside.doors.terminal.backups.manifest import Manifest, digest_of_key, new_manifest
from alongside.doors.terminal.backups.passphrase import passphrase
from alongside.doors.terminal.backups.postgresql import Server
from alongside.doors.terminal.backups.sqlite import copy_of_one_moment, seals_in
from alongside.doors.terminal.refusal import Refusal
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.journal.acts.write import spool_path
from alongside.rooms.journal.chain import head_path, read_head
from alongside.rooms.journal.models import Seal


def run(options: Namespace) -> int:
    """Write the backup to a new file, readable by its owner alone, and tell the journal."""
    progress.can_be_stopped()
    file, folder = Path(options.file).absolute(), Path(settings.INSTALLATION)
    _refuse_unfit(file, folder)
    _refuse_older()
    phrase = passphrase(new=True)
    try:
        with work_folder(folder) as work, written_whole(file) as sink:
            manifest = _manifest()
            archive = Archive(sink, phrase, manifest, progress.written)
            _fill(archive, folder, work / "database")
            archive.close()
            progress.ended()
            write_entry(act="terminal.backup_made", by=None, subject=f"backup:{manifest.ref}")
    except (OSError, DatabaseError) as fault:
        raise Refusal(f"No backup was written ({getattr(fault, 'strerror', None) or type(fault).__name__}).") from fault
    print(
        f"{file.name}: backup {manifest.ref}, {file.stat().st_size:,} bytes. Keep the passphrase apart from it: without it nobody opens it."
    )
    return 0


def _refuse_unfit(file: Path, folder: Path) -> None:
    if file.exists():
        raise Refusal(f"{file}: is there already, and is not written over. Name a new file.")
    if not file.parent.is_dir():
        raise Refusal(f"{file.parent}: is no folder. Make it, or name another.")
    if file.resolve().is_relative_to(folder.resolve()):
        raise Refusal(f"{file}: lies in the installation's own folder and would be lost with it. Name a place elsewhere.")


def _refuse_older() -> None:
    try:
        call_command("migrate", check_unapplied=True, verbosity=0)
    except SystemExit:
        raise Refusal("The database is not at this version. Run alongside migrate first.") from None


def _manifest() -> Manifest:
    return new_manifest(
        made_at=timezone.now().isoformat(),
        database=connection.vendor,
        migrations=sorted([app, name] for app, name in MigrationRecorder(connection).applied_migrations()),
        keys={"secret": digest_of_key(settings.SECRET_KEY), "journal": digest_of_key(settings.JOURNAL_KEY)},
    )


def _fill(archive: Archive, folder: Path, copy: Path) -> None:
    """The spool is read before the database: what is in both is taken in once, what is in neither would be lost. The head fits the copy."""
    spools = [(path, path.read_bytes()) for path in _spools() if path.exists()]
    head = read_head()
    seals = _copy_database(copy, since=head[0] if head else 0)
    archive.put_file("database", copy)
    for path, data in spools:
        archive.put(f"{FILES}/{path.name}", data)
    if kept := _head(head, seals):
        archive.put(f"{FILES}/{head_path().name}", "{} {}\n".format(*kept).encode())
    apart = {head_path(), *_spools()}
    for path in files_of(folder):
        if path not in apart:
            archive.put_file(f"{FILES}/{path.relative_to(folder)}", path)


def _spools() -> list[Path]:
    return [spool_path(), spool_path().with_suffix(".taking")]


def _copy_database(copy: Path, *, since: int) -> list[tuple[int, str]]:
    """Copy it at one moment; return the journal's seals in that moment, from number `since` on."""
    if connection.vendor == "sqlite":
        copy_of_one_moment(Path(str(settings.DATABASES["default"]["NAME"])), copy, progress=progress.copied)
        return seals_in(copy, since=since)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        Server(connection.settings_dict).dump(copy, moment=cursor.fetchone()[0])
        return list(Seal.objects.filter(number__gte=since).order_by("number").values_list("number", "digest"))


def _head(head: tuple[int, str] | None, seals: list[tuple[int, str]]) -> tuple[int, str] | None:
    """The copy's last seal, where the head leads to it. One that does not fit stays as it is: `check` is to find it after a restore too."""
    if head is None:
        return seals[0] if len(seals) == 1 else None  # the first was made in this moment
    return seals[-1] if head in seals else head
