"""`alongside people import`, as it is typed."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from alongside.doors.terminal import main as terminal
from alongside.rooms.journal.models import Entry
from alongside.rooms.people.models import Arrival, Person
from alongside.rooms.teams.models import Place, Team
from tests.rooms.arrivals.place import FILES, make_hub

FAULTY_LINES = [4, 6, 8, 11, 14, 17, 20, 22, 28]
AS_MAYA = ["--team", "Northbridge Hub", "--as", "maya@northbridge.example", "--reason", "the old list ends"]
ROOT = Path(__file__).parents[3]


@pytest.fixture
def hub(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Team]:
    monkeypatch.setattr("django.setup", lambda: None)
    with override_settings(INSTALLATION=tmp_path):
        yield make_hub(example=True)


def bring(path: Path | str, *options: str) -> int:
    return terminal.main(["people", "import", str(path), *options])


def written(tmp_path: Path, *lines: str, name: str = "team.csv") -> Path:
    path = tmp_path / name
    path.write_text("\n".join(lines) + "\n")
    return path


def test_it_prints_what_it_judged_and_what_it_proposes(hub: Team, capsys: pytest.CaptureFixture[str]) -> None:
    assert bring(FILES / "windows_1252_day_first.csv") == 0
    out, err = capsys.readouterr()
    assert "Encoding: Windows-1252\nDelimiter: comma\n" in out
    assert "Day order: day first\n" in out
    assert "  Known as -> What they are called\n" in out
    assert "40 people came in to Northbridge Hub." in out
    assert err == ""


def test_the_same_file_twice_adds_nobody(hub: Team, capsys: pytest.CaptureFixture[str]) -> None:
    bring(FILES / "clean.csv")
    assert bring(FILES / "clean.csv") == 0
    assert "0 people came in to Northbridge Hub. Here already: 60." in capsys.readouterr().out
    assert Person.objects.count() == 60


def test_a_changed_row_is_told_by_its_line_and_not_overwritten(hub: Team, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bring(written(tmp_path, "Known as,Phone,Ref", "Jo,0161,1", "Al,0113,2"))
    assert bring(written(tmp_path, "Known as,Phone,Ref", "Jo,0161,1", "Al,0999,2")) == 0
    assert "Line 3: is here already and this row has changed since" in capsys.readouterr().out
    assert Person.objects.get(called="Al").phone == "0113"


def test_a_faulty_file_is_refused_whole_with_a_line_a_fault(hub: Team, capsys: pytest.CaptureFixture[str]) -> None:
    assert bring(FILES / "faulty.csv") == 2
    lines = capsys.readouterr().err.splitlines()
    assert [int(line.split(":")[1]) for line in lines] == FAULTY_LINES
    assert lines[1].startswith("faulty.csv:6: Date of birth: 31/02/1980 is not a day in any calendar; ")
    assert Person.objects.count() == 0


def test_faulty_rows_can_be_left_out(hub: Team, capsys: pytest.CaptureFixture[str]) -> None:
    assert bring(FILES / "faulty.csv", "--leave-out-faulty") == 0
    out, err = capsys.readouterr()
    assert len(err.splitlines()) == len(FAULTY_LINES)
    assert "21 people came in" in out
    assert Person.objects.count() == 21


def test_a_map_says_where_columns_go(hub: Team, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, "Known as,Notes,Phone", "Jo,Ring after six,0161")
    toml = written(tmp_path, "[columns]", '"Notes" = "reach"', '"Phone" = "leave behind"', name="map.toml")
    assert bring(file, "--map", str(toml)) == 0
    person = Person.objects.get()
    assert (person.called, person.reach, person.phone) == ("Jo", "Ring after six", "")
    assert "  Notes -> How to reach them\n" in capsys.readouterr().out


def test_a_risk_rating_has_no_place_and_no_map_gives_it_one(hub: Team, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, "Known as,Risk rating", "Jo,High")
    toml = written(tmp_path, "[columns]", '"Risk rating" = "matters"', name="map.toml")
    assert bring(file, "--map", str(toml)) == 2
    assert "there is no place for those" in capsys.readouterr().err
    assert bring(file) == 0
    assert "  Risk rating -> leave behind (this is by its name a risk rating" in capsys.readouterr().out


def test_an_ambiguous_day_order_is_refused_unless_stated(hub: Team, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, "Known as,Date of birth", "Jo,03/04/1990")
    assert bring(file) == 2
    assert "say --day-first or --month-first" in capsys.readouterr().err
    assert bring(file, "--month-first") == 0
    assert str(Person.objects.get().born) == "4 March 1990"


@pytest.mark.parametrize("name", ["nowhere.csv", "a_folder"])
def test_what_cannot_be_read_is_said_in_a_line(hub: Team, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a_folder").mkdir()
    assert bring(tmp_path / name) == 2
    assert capsys.readouterr().err.startswith(f"{name}: cannot be read")


def test_a_file_of_100_megabytes_is_refused_before_it_is_read(hub: Team, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (tmp_path / "large.csv").open("wb") as file:
        file.truncate(100_000_000)
    assert bring(tmp_path / "large.csv") == 2
    assert "over 50,000,000 bytes" in capsys.readouterr().err


def test_outside_the_example_who_and_why_must_be_said(hub: Team, capsys: pytest.CaptureFixture[str]) -> None:
    Place.objects.update(is_example=False)
    assert bring(FILES / "clean.csv") == 2
    assert [line.split()[0] for line in capsys.readouterr().err.splitlines()] == ["--team", "--as", "--reason"]
    assert bring(FILES / "clean.csv", *AS_MAYA) == 0
    assert Entry.objects.get(act="arrivals.people_brought_in").reason.text == "the old list ends"


@pytest.mark.parametrize(
    ("team", "email"),
    [
        ("Northbridge Hub", "owen@northbridge.example"),
        ("Northbridge Hub", "nobody@northbridge.example"),
        ("No such team", "maya@northbridge.example"),
        ("Southside", "maya@northbridge.example"),
    ],
)
def test_whoever_is_not_in_the_team_learns_nothing(hub: Team, team: str, email: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert bring(FILES / "clean.csv", "--team", team, "--as", email) == 2
    assert capsys.readouterr().err == "--team, --as: nobody with that address is in a team of that name; check both\n"


def test_ctrl_c_leaves_nothing(hub: Team, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("alongside.doors.terminal.commands.people._progress", interrupt)
    assert bring(FILES / "clean.csv") == 130
    assert "nothing half done was kept" in capsys.readouterr().err
    assert (Person.objects.count(), Arrival.objects.count()) == (0, 0)


SET_UP = "import django; django.setup(); from django.core.management import call_command; call_command('migrate', verbosity=0); "
SET_UP += "from tests.rooms.arrivals.place import make_hub; make_hub(example=True)"
COUNT = "import django; django.setup(); from alongside.rooms.people.models import Arrival, Person; "
COUNT += "print(Person.objects.count(), Arrival.objects.filter(landed_at=None).count())"
COMMAND = "from alongside.doors.terminal.main import main; raise SystemExit(main())"


@pytest.mark.slow
def test_killed_half_way_and_run_again_brings_everyone_in_once(tmp_path: Path) -> None:
    """Slow: whole processes on a database file, one of them killed. 2,000 people take some seconds."""
    folder, file = tmp_path / "installation", tmp_path / "many.csv"
    folder.mkdir(mode=0o700)
    file.write_text("Known as,Ref\n" + "".join(f"Person {number},{number}\n" for number in range(2000)))
    environment = {**os.environ, "ALONGSIDE_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "alongside.foundation.settings"}
    typed = [sys.executable, "-c", COMMAND, "people", "import", str(file)]

    def python(code: str) -> str:
        return subprocess.run([sys.executable, "-c", code], env=environment, cwd=ROOT, check=True, capture_output=True, text=True).stdout

    python(SET_UP)
    running = subprocess.Popen(typed, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while not (some := int(python(COUNT).split()[0])) and time.monotonic() < until:
        time.sleep(0.05)
    running.kill()
    running.wait()
    assert 0 < some < 2000
    assert python(COUNT).split()[1] == "1"
    again = subprocess.run(typed, env=environment, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert "2,000 people came in" in again
    assert python(COUNT).split() == ["2000", "0"]
