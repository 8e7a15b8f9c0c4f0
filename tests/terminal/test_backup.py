"""A backup and its restore, on both databases, as they are typed. Slow: each starts Python, and the passphrase costs its time.

Brings its own databases, so it runs once, beside the tests on SQLite.
"""

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from alongside.doors.terminal.backups.archive import Archive
from alongside.doors.terminal.backups.manifest import Manifest, digest_of_key, new_manifest
from tests.needs import postgresql
from tests.postgresql import cluster
from tests.terminal.place_to_keep import PHRASE, Installation
from tests.terminal.place_to_kill import Client, Server, saves

pytestmark = [pytest.mark.slow, pytest.mark.skipif("DATABASE_URL" in os.environ, reason="runs beside the tests on SQLite")]

EMAIL, GAIL = "maya@northbridge.example", "gail@northbridge.example"
WORDS = b"Said under key "
ON_ONE = pytest.mark.parametrize("ground", ["sqlite"], indirect=True)  # what is the same on both databases


class Ground:
    """Where installations can be made, on one kind of database. server: its address, or empty for SQLite."""

    def __init__(self, folder: Path, server: str) -> None:
        self.folder, self.server, self.made = folder, server, 0
        self.takes = 1.0  # seconds, to make a backup, which is about as long as to lay it back

    def empty(self, **more: str) -> Installation:
        self.made += 1
        name = f"place{self.made}"
        if self.server:
            with psycopg.connect(self.server, autocommit=True) as database:
                database.execute(f"CREATE DATABASE {name}")
        url = f"{self.server.rsplit('/', 1)[0]}/{name}" if self.server else ""
        return Installation(self.folder / name, url, more)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def ground(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    folder = tmp_path_factory.mktemp("ground")
    if request.param == "sqlite":
        yield Ground(folder, "")
        return
    if postgresql() is None:
        pytest.skip("No PostgreSQL here.")
    with cluster() as url:
        yield Ground(folder, url)


@pytest.fixture(scope="module")
def place(ground: Ground) -> Installation:
    """With an account, a person, a sealed journal, a spooled opening, an upload, and somebody on the list of the erased."""
    place = ground.empty()
    place.do("migrate")
    password = place.do("account", "add", EMAIL, "--role", "worker", "--team", "Hub", "--place", "Northbridge").strip().rsplit(" ", 1)[1]
    place.do("account", "add", GAIL, "--role", "information-lead")
    server = Server(place.environment)
    try:
        server.start()
        client = Client(server.port, EMAIL, password)
        person = client.post("/people/new/", {"called": "Sam"})
        for one in saves(3):
            client.save(person, one)
    finally:
        server.kill()
    place.ask("UPDATE journal_entry SET at = '2026-11-25 09:00:00+00:00' WHERE seal_id IS NULL")
    place.do("seal")
    (place.folder / "uploads").mkdir(mode=0o700)
    (place.folder / "uploads" / "kept").write_bytes(b"Known as\nSam\n")
    return place


@pytest.fixture(scope="module")
def backup(place: Installation, ground: Ground) -> Path:
    file = ground.folder / "first.age"
    begun = time.monotonic()
    place.do("backup", str(file))
    ground.takes = time.monotonic() - begun
    return file


def test_all_of_it_comes_back_and_is_healthy(place: Installation, backup: Path, ground: Ground) -> None:
    there = ground.empty()
    told = there.do("restore", str(backup))
    assert told.endswith("Healthy.\n")
    assert there.do("check") == "Healthy.\n"
    assert there.rows() == place.rows()
    assert there.files() == place.files()
    assert there.ask("SELECT count(*) FROM django_session") == [(0,)], "nobody is signed in after a restore"
    made = place.acts()[0]
    assert made[0] == "terminal.backup_made"
    assert there.acts()[-1] == ("terminal.backup_restored", made[1])
    assert not [path for path in there.folder.rglob("*") if stat.S_IMODE(path.stat().st_mode) & 0o077]


@ON_ONE
def test_it_is_for_its_owner_alone_and_tells_nothing(backup: Path, place: Installation) -> None:
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    raw = backup.read_bytes()
    for words in (b"customer services", b"Northbridge", (place.folder / "journal.key").read_bytes()[:20], b"journeys_conversation"):
        assert words not in raw
    assert not [path for path in place.folder.iterdir() if path.name.startswith(".")], "nothing half done is left"


def test_it_is_of_one_moment_while_others_save(ground: Ground) -> None:
    """All that was acknowledged before it began is in it; what is in it is whole, and its journal fits its head."""
    busy = ground.empty()
    busy.do("migrate")
    password = busy.do("account", "add", EMAIL, "--role", "worker", "--team", "Hub").strip().rsplit(" ", 1)[1]
    server = Server(busy.environment)
    file = ground.folder / "busy.age"
    try:
        server.start()
        client = Client(server.port, EMAIL, password)
        person = client.post("/people/new/", {"called": "Sam"})
        before, during = saves(5), saves(200)
        for one in before:
            client.save(person, one)
        begun = busy.begin("backup", str(file))
        for one in during:
            client.save(person, one)
            if begun.poll() is not None:
                break
        _out, said = begun.communicate()
        assert begun.returncode == 0, said
        assert client.post(f"{person}conversations/new/", {"words": "After.", "when": "today", "client_key": saves(1)[0].client_key})
    finally:
        server.kill()
    there = ground.empty()
    assert there.do("restore", str(file)).endswith("Healthy.\n")
    words = [said for (said,) in there.ask("SELECT words FROM journeys_conversation")]
    assert {one.words for one in before} <= set(words)
    assert set(words) <= {one.words for one in [*before, *during]}
    assert len([one for one in during if one.acknowledged]) > 1, "saved while it was made"


def _state(place: Installation) -> tuple[object, ...]:
    return place.rows(), place.files()


def _flipped(raw: bytes) -> bytes:
    return raw[: len(raw) // 2] + bytes([raw[len(raw) // 2] ^ 1]) + raw[len(raw) // 2 + 1 :]


@pytest.mark.parametrize(
    ("change", "said"),
    [(_flipped, "damaged"), (lambda raw: raw[:-1], "cut off")],
    ids=["a bit", "the last byte"],
)
def test_a_damaged_file_changes_nothing_and_the_journal_is_told(
    change: object, said: str, place: Installation, backup: Path, ground: Ground
) -> None:
    wrong = ground.folder / "wrong.age"
    wrong.write_bytes(change(backup.read_bytes()))  # type: ignore[operator]
    before, acts = _state(place), place.acts()
    assert said in place.refused("restore", str(wrong), "--over")
    assert _state(place) == before
    assert place.acts() == [*acts, ("terminal.restore_refused", "backup:refused")]
    assert place.do("check") == "Healthy.\n"


@ON_ONE
def test_a_wrong_passphrase_changes_nothing(backup: Path, ground: Ground) -> None:
    there = ground.empty(ALONGSIDE_BACKUP_PASSPHRASE="another, but not the one")
    assert "passphrase" in there.refused("restore", str(backup))
    assert not there.folder.exists()
    assert there.url == "" or there.tables() == []


def _made_up(file: Path, **said: object) -> None:
    about = {"made_at": "2026-11-26", "database": "sqlite", "migrations": [], "keys": {}, "ref": "x", "version": "0.1.0", **said}
    with file.open("wb") as sink:
        archive = Archive(sink, PHRASE, Manifest(**about), lambda done: None)  # type: ignore[arg-type]
        archive.close()


@ON_ONE
def test_a_later_version_is_refused(ground: Ground) -> None:
    file = ground.folder / "later.age"
    _made_up(file, version="99.0", database="postgresql" if ground.server else "sqlite")
    assert "version 99.0" in ground.empty().refused("restore", str(file))


def test_the_other_database_is_refused(ground: Ground) -> None:
    file = ground.folder / "other.age"
    _made_up(file, database="sqlite" if ground.server else "postgresql")
    assert "DATABASE_URL" in ground.empty().refused("restore", str(file))


@ON_ONE
def test_one_of_an_earlier_version_is_brought_to_this(place: Installation, ground: Ground) -> None:
    """Made by hand, for the version that would have made it is not here: without the tables of one room."""
    earlier = ground.folder / "earlier"
    shutil.copytree(place.folder, earlier)
    then = Installation(earlier)
    command = [sys.executable, "-m", "django", "migrate", "attachments", "zero", "-v0", "--settings", "alongside.foundation.settings"]
    subprocess.run(command, env=then.environment, check=True)
    assert not [table for table in then.tables() if table.startswith("attachments")]
    file = ground.folder / "earlier.age"
    keys = {name: digest_of_key((earlier / f"{name}.key").read_text()) for name in ("secret", "journal")}
    with file.open("wb") as sink:
        migrations = [list(each) for each in then.ask("SELECT app, name FROM django_migrations")]
        about = new_manifest(made_at="2026-11-01T09:00:00+00:00", database="sqlite", migrations=migrations, keys=keys)
        archive = Archive(sink, PHRASE, about, lambda done: None)
        archive.put_file("database", earlier / "alongside.sqlite3")
        for name in ("secret.key", "journal.key", "journal.head"):
            archive.put_file(f"files/{name}", earlier / name)
        archive.close()
    there = ground.empty()
    assert there.do("restore", str(file)).endswith("Healthy.\n")
    assert [table for table in there.tables() if table.startswith("attachments")]


@ON_ONE
def test_another_key_in_the_environment_is_refused(backup: Path, ground: Ground) -> None:
    there = ground.empty(ALONGSIDE_JOURNAL="another key, long enough to be taken for one")
    assert "ALONGSIDE_JOURNAL" in there.refused("restore", str(backup))
    assert not there.folder.exists()


@ON_ONE
def test_an_installation_is_never_laid_over_unasked(place: Installation, backup: Path) -> None:
    before = _state(place)
    assert "--over" in place.refused("restore", str(backup))
    assert _state(place) == before


def test_over_an_installation_what_was_there_is_laid_aside(backup: Path, ground: Ground) -> None:
    there = ground.empty()
    there.do("restore", str(backup))
    there.ask("UPDATE teams_place SET name = 'Changed since'")
    told = there.do("restore", str(backup), "--over")
    assert told.endswith("Healthy.\n")
    assert there.ask("SELECT name FROM teams_place") == [("Northbridge",)]
    aside = next(there.folder.glob("before-restore-*"))
    assert str(aside) in told
    if there.url:
        schema = there.ask("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'before_restore_%'")[0][0]
        assert there.ask(f'SELECT name FROM "{schema}".teams_place') == [("Changed since",)]
    else:
        assert Installation(aside).ask("SELECT name FROM teams_place") == [("Changed since",)]
    again = ground.folder / f"again{ground.made}.age"
    there.do("backup", str(again))
    assert ground.empty().do("restore", str(again)).endswith("Healthy.\n"), "what lies aside is in no backup"


def test_while_the_server_runs_nothing_is_laid_over(backup: Path, ground: Ground) -> None:
    there = ground.empty()
    there.do("restore", str(backup))
    password = there.do("account", "add", "dev@northbridge.example", "--role", "worker").strip().rsplit(" ", 1)[1]
    server = Server(there.environment)
    try:
        server.start()
        Client(server.port, "dev@northbridge.example", password)
        before = there.rows()
        assert "Stop the server" in there.refused("restore", str(backup), "--over")
        assert there.rows() == before
    finally:
        server.kill()


@pytest.mark.parametrize(
    ("share", "kind"),
    [
        (0.5, signal.SIGINT),
        (0.8, signal.SIGTERM),
        *(pytest.param(number / 50, (signal.SIGINT, signal.SIGTERM)[number % 2], marks=pytest.mark.hard) for number in range(10, 55)),
    ],
)
def test_stopped_it_leaves_everything_or_nothing(
    share: float, kind: signal.Signals, place: Installation, backup: Path, ground: Ground
) -> None:
    there = ground.empty()
    begun = there.begin("restore", str(backup))
    time.sleep(share * ground.takes)
    begun.send_signal(kind)
    said = begun.communicate()[1]
    assert "Traceback" not in said
    if begun.returncode == 0:
        assert there.rows() == place.rows()
        assert there.files() == place.files()
    else:
        assert not there.folder.exists()
        assert there.url == "" or there.tables() == []


def test_who_was_erased_does_not_come_back(place: Installation, backup: Path, ground: Ground) -> None:
    """Nor does any word of theirs, in any byte of the file."""
    there = ground.empty()
    there.do("restore", str(backup))
    ((ref,),) = there.ask("SELECT ref FROM people_person")
    there.do("story", "erase", ref, "--as", GAIL, "--reason", "Asked for")
    assert f"people.person:{ref}" in (there.folder / "erased.list").read_text()
    assert "Erased again: 1" in there.do("restore", str(backup), "--over")
    later = ground.empty()
    assert "Erased again: 1" in later.do("restore", str(backup), "--erased", str(there.folder / "erased.list"))
    for one in (there, later):
        assert one.ask("SELECT * FROM people_person") == one.ask("SELECT * FROM journeys_conversation") == []
        assert (one.folder / "erased.list").read_text().count(ref) == 1
        assert ("rights.person_erased_again", f"people.person:{ref}") in one.ask("SELECT act, subject FROM journal_entry")
        assert one.do("check") == "Healthy.\n"
        if not one.url:
            assert WORDS not in (one.folder / "alongside.sqlite3").read_bytes()
    assert place.ask("SELECT ref FROM people_person") == [(ref,)]


@ON_ONE
def test_a_lost_list_is_found_by_the_journal(backup: Path, ground: Ground) -> None:
    there = ground.empty()
    there.do("restore", str(backup))
    ((ref,),) = there.ask("SELECT ref FROM people_person")
    there.do("story", "erase", ref, "--as", GAIL, "--reason", "Asked for")
    (there.folder / "erased.list").unlink()
    unwell = there.run("check")
    assert unwell.returncode == 1
    assert "erased.list" in unwell.stderr


@ON_ONE
def test_a_list_of_the_erased_that_was_changed_is_not_passed_over(backup: Path, ground: Ground) -> None:
    there = ground.empty()
    there.folder.mkdir(mode=0o700)
    (there.folder / "erased.list").write_text("2026-11-26T09:00:00+00:00 teams.place:Northbridge 00\n")
    assert "erased.list: line 1" in there.refused("restore", str(backup))
    assert [path.name for path in there.folder.iterdir()] == ["erased.list"]
    assert there.url == "" or there.tables() == []


@ON_ONE
@pytest.mark.parametrize(
    ("phrase", "said"), [("", "too short"), ("short", "too short"), ("aaaaaaaaaaaaaaaaaa", "too simple"), (None, "is not set")]
)
def test_a_backup_needs_a_passphrase_worth_the_name(phrase: str | None, said: str, place: Installation, ground: Ground) -> None:
    file = ground.folder / "unlocked.age"
    more = {"ALONGSIDE_BACKUP_PASSPHRASE": phrase or ""}
    with_it = Installation(place.folder, place.url, more) if phrase is not None else Unset(place.folder, place.url)
    assert said in with_it.refused("backup", str(file))
    assert not file.exists()


class Unset(Installation):
    @property
    def environment(self) -> dict[str, str]:
        return {name: value for name, value in super().environment.items() if name != "ALONGSIDE_BACKUP_PASSPHRASE"}


@ON_ONE
def test_a_backup_never_takes_the_place_of_a_file(place: Installation, backup: Path) -> None:
    before = backup.read_bytes()
    assert "is there already" in place.refused("backup", str(backup))
    assert backup.read_bytes() == before
    assert "own folder" in place.refused("backup", str(place.folder / "b.age"))
    assert "is no folder" in place.refused("backup", str(place.folder / "none" / "b.age"))
