"""What a restored installation needs before it may be used: its keys, this version, its erasures, nobody signed in."""

from collections.abc import Sequence
from hmac import compare_digest
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.migrations.loader import MigrationLoader

from alongside.doors.terminal.backups.manifest import Manifest, RefusedBackup, digest_of_key
from alongside.rooms.arrivals.leftovers import take_away_leftovers
from alongside.rooms.journal.acts import take_in_spool, write_entry
from alongside.rooms.journal.erased import ListBroken, add_erased, erase_again, list_path, read_erased
from alongside.rooms.rights.acts.erasure import erase_once_more, scrub_storage


def refuse_what_does_not_fit(manifest: Manifest) -> None:
    """Raise RefusedBackup for one made with other keys, or by a later version, than this is."""
    for name, key in (("secret", settings.SECRET_KEY), ("journal", settings.JOURNAL_KEY)):
        if not compare_digest(digest_of_key(key), manifest.keys[name]):
            raise RefusedBackup(f"was made with another {name} key. Set ALONGSIDE_{name.upper()} to the one it was made with, or unset it")
    if {tuple(each) for each in manifest.migrations} - set(MigrationLoader(None).disk_migrations):
        raise RefusedBackup("was made by a later version of Alongside. Install that one first")


def settle(manifest: Manifest, *, lists: Sequence[Path]) -> int:
    """Bring the restored database to this version, and erase again what the lists name. Return how many they name.

    lists: of the erased, kept since the backup was made. Raises RefusedBackup.
    """
    try:
        own = read_erased(list_path())
        found = list(dict.fromkeys([*own, *(one for path in lists for one in read_erased(path))]))
        call_command("migrate", verbosity=0, interactive=False)
        take_in_spool()
        take_away_leftovers()
        with transaction.atomic():
            count = erase_again(found, erase=erase_once_more)
            Session.objects.all().delete()  # who signed out since the backup is not signed in again
            write_entry(act="terminal.backup_restored", by=None, subject=f"backup:{manifest.ref}")
        add_erased([one for one in found if one not in own])
        if count:
            scrub_storage()
    except ListBroken as fault:
        raise RefusedBackup(f"cannot be laid back: {fault}") from fault
    return count


def tell_of_refusal(database: Path | None) -> None:
    """Tell the journal of the installation that is there. database: its SQLite file, or None on PostgreSQL."""
    connection.close()
    if database:
        connection.settings_dict["NAME"] = database
    try:
        write_entry(act="terminal.restore_refused", by=None, subject="backup:refused")
    except DatabaseError:
        pass  # of another version, or damaged: it is why somebody restores
    finally:
        connection.close()
