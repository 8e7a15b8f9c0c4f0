"""The command line, as somebody types it: in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # each starts Python


def alongside(*words: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("ALONGSIDE") and name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    }
    command = [sys.executable, "-m", "alongside", *words]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, env={**clean, **environment}, stdin=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("example")
    made = alongside("demo", "--no-serve", "--today", "2026-11-25", folder=folder)
    assert made.returncode == 0, made.stderr
    links = [line for line in made.stdout.splitlines() if ": http://localhost:8000/example/" in line]
    assert [line.split(":")[0] for line in links][:2] == ["Maya, worker", "Dev, worker"]
    assert len(links) == 8
    assert [line.split(": ")[0] for line in made.stdout.splitlines() if ": http://localhost:8000/mine/" in line] == ["Sam, person"]
    return folder


def test_a_fresh_example_is_healthy(example: Path) -> None:
    checked = alongside("check", "--dir", "example", folder=example)
    assert (checked.returncode, checked.stdout) == (0, "Healthy.\n")


def test_the_folder_and_the_keys_are_for_their_owner_alone(example: Path) -> None:
    folder = example / "example"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert all((folder / name).stat().st_mode & 0o777 == 0o600 for name in ("secret.key", "journal.key"))


def test_a_second_time_makes_nothing_anew(example: Path) -> None:
    before = (example / "example" / "secret.key").read_text()
    again = alongside("demo", "--no-serve", folder=example)
    assert again.returncode == 0
    assert "Making" not in again.stdout
    assert (example / "example" / "secret.key").read_text() == before


def test_sealing_and_then_cutting_the_end_off_is_found(example: Path, tmp_path: Path) -> None:
    import shutil  # noqa: PLC0415
    import sqlite3  # noqa: PLC0415

    shutil.copytree(example / "example", tmp_path / "copy")
    with sqlite3.connect(tmp_path / "copy" / "alongside.sqlite3") as database:
        database.execute(
            "UPDATE journal_entry SET at = '2026-11-25 09:00:00' WHERE seal_id IS NULL"
        )  # older than the sealer's five seconds
    database.close()
    alongside("seal", "--dir", "copy", folder=tmp_path)
    assert alongside("check", "--dir", "copy", folder=tmp_path).returncode == 0
    with sqlite3.connect(tmp_path / "copy" / "alongside.sqlite3") as database:
        last = database.execute("SELECT max(number) FROM journal_seal").fetchone()[0]
        database.execute("DELETE FROM journal_entry WHERE seal_id = ?", [last])
        database.execute("DELETE FROM journal_seal WHERE number = ?", [last])
    database.close()
    checked = alongside("check", "--dir", "copy", folder=tmp_path)
    assert checked.returncode == 1
    assert "cut off" in checked.stderr


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["nonsense"],
        ["demo", "--port", "none"],
        ["demo", "--today", "31/02/2026"],
        ["demo", "--today", "2999-01-01"],
        ["account", "add"],
        ["account", "add", "no address", "--role", "worker", "--dir", "fresh"],
        ["account", "add", "a@b.example", "--role", "boss"],
        ["people", "import"],
        ["serve", "--dir", "fresh"],
    ],
    ids=" ".join,
)
def test_misuse_is_one_line_and_exit_two(words: list[str], tmp_path: Path) -> None:
    if "account" in words and "fresh" in words:
        alongside("migrate", "--dir", "fresh", folder=tmp_path)
    misused = alongside(*words, folder=tmp_path)
    assert misused.returncode == 2
    assert len(misused.stderr.splitlines()) == 1
    assert "Traceback" not in misused.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ALONGSIDE_HOSTS", "*"),
        ("ALONGSIDE_PLAIN_HTTP", "perhaps"),
        ("ALONGSIDE_SECRET", "short"),
        ("ALONGSIDE_SECRET", "changeme-changeme-changeme-0123456789"),
        ("ALONGSIDE_JOURNAL", "a" * 50),
        ("DATABASE_URL", "mysql://x/y"),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused_in_a_line(name: str, value: str, tmp_path: Path) -> None:
    refused = alongside("check", "--dir", "fresh", folder=tmp_path, **{name: value})
    assert refused.returncode == 2
    assert refused.stderr.startswith(f"alongside: {name}")
    assert len(refused.stderr.splitlines()) == 1


def test_an_example_is_never_laid_over_a_real_place(tmp_path: Path) -> None:
    alongside("migrate", "--dir", "place", folder=tmp_path)
    added = alongside("account", "add", "a@b.example", "--role", "worker", "--team", "Our Hub", "--dir", "place", folder=tmp_path)
    assert added.returncode == 0, added.stderr
    laid = alongside("demo", "--no-serve", "--dir", "place", folder=tmp_path)
    assert laid.returncode == 2
    assert "empty folder" in laid.stderr


def test_check_says_what_is_not_well(tmp_path: Path) -> None:
    unwell = alongside("check", "--dir", "fresh", folder=tmp_path)
    assert unwell.returncode == 1
    assert "alongside migrate" in unwell.stderr


def open_to_others(place: Path, mode: int) -> "subprocess.CompletedProcess[str]":
    place.chmod(mode)
    checked, served = (
        alongside(command, "--dir", "place", folder=place.parent if place.is_dir() else place.parents[1]) for command in ("check", "serve")
    )
    assert (checked.returncode, served.returncode) == (1, 2)
    assert checked.stderr == served.stderr
    assert len(checked.stderr.splitlines()) == 1
    assert "chmod" in checked.stderr
    return checked


def test_nothing_starts_while_others_may_read_the_keys(tmp_path: Path) -> None:
    alongside("migrate", "--dir", "place", folder=tmp_path)
    place = tmp_path / "place"
    for name in ("secret.key", "journal.key"):
        assert name in open_to_others(place / name, 0o640).stderr
        (place / name).chmod(0o600)
    assert "chmod 700" in open_to_others(place, 0o755).stderr
    place.chmod(0o700)
    assert alongside("check", "--dir", "place", folder=tmp_path).returncode == 0
    (place / "alongside.sqlite3").chmod(0o644)
    assert "alongside.sqlite3 can be read" in alongside("check", "--dir", "place", folder=tmp_path).stderr


def test_a_key_file_that_holds_no_key_is_refused(tmp_path: Path) -> None:
    alongside("migrate", "--dir", "place", folder=tmp_path)
    (tmp_path / "place" / "journal.key").write_text("")
    refused = alongside("check", "--dir", "place", folder=tmp_path)
    assert refused.returncode == 2
    assert "journal.key: is shorter" in refused.stderr


def test_an_empty_folder_is_closed_and_used(tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    place.chmod(0o755)
    assert alongside("migrate", "--dir", "place", folder=tmp_path).returncode == 0
    assert place.stat().st_mode & 0o777 == 0o700


def test_somebody_is_asked_in_from_the_terminal(tmp_path: Path) -> None:
    alongside("migrate", "--dir", "place", folder=tmp_path)
    who = ["you@council.example", "--dir", "place"]
    settings = {"ALONGSIDE_ADDRESS": "https://alongside.council.example", "ALONGSIDE_PASSWORDS": "0"}
    added = alongside("account", "add", *who, "--role", "information-lead", folder=tmp_path, **settings)
    assert added.returncode == 0, added.stderr
    assert "is asked in until" in added.stdout
    assert "password" not in added.stdout
    again = alongside("account", "invite", *who, folder=tmp_path, **settings)
    assert again.returncode == 0, again.stderr
    letters = sorted((tmp_path / "place" / "outbox").iterdir())
    assert len(letters) == 2
    assert all("https://alongside.council.example/invited/" in letter.read_text() for letter in letters)
    nobody = alongside("account", "invite", "nobody@council.example", "--dir", "place", folder=tmp_path)
    assert (nobody.returncode, "Traceback" in nobody.stderr) == (2, False)


def test_half_a_provider_of_single_sign_on_starts_nothing(tmp_path: Path) -> None:
    refused = alongside("check", "--dir", "place", folder=tmp_path, ALONGSIDE_SIGN_IN_ISSUER="https://sign-in.council.example")
    assert refused.returncode == 2
    assert "ALONGSIDE_SIGN_IN_CLIENT" in refused.stderr
    assert "Traceback" not in refused.stderr
