"""The audit fails for a known fault, and for nothing else."""

import json
from datetime import date

import pytest

from tests import audit
from tests.audit import NotAsked, passed_over, read_npm, read_python

FAULTY = {"dependencies": [{"name": "django", "version": "1.0", "vulns": [{"id": "PYSEC-1"}]}, {"name": "x", "skip_reason": "not found"}]}
SOUND = {"dependencies": [{"name": "django", "version": "5.2", "vulns": []}]}
UNKNOWN = {"dependencies": [{"name": "django", "skip_reason": "not found"}]}
NPM = {
    "vulnerabilities": {"sass": {"via": [{"url": "https://an.example/advisories/GHSA-1"}]}, "idb": {"via": ["sass"]}},
    "metadata": {"dependencies": {"total": 9}},
}


def test_what_the_services_say_is_read() -> None:
    assert read_python(json.dumps(FAULTY)) == ({"PYSEC-1": "django 1.0"}, 1)
    assert read_python(json.dumps(SOUND)) == ({}, 1)
    assert read_npm(json.dumps(NPM)) == ({"GHSA-1": "sass"}, 9)


@pytest.mark.parametrize("said", ["", "<html>", "[]", json.dumps(UNKNOWN), json.dumps({"message": "405 Method Not Allowed"})])
def test_no_answer_is_not_taken_for_a_good_one(said: str) -> None:
    with pytest.raises(NotAsked):
        read_python(said)
    with pytest.raises(NotAsked):
        read_npm(said)


def silent() -> tuple[dict[str, str], int]:
    raise NotAsked("405")


def test_it_fails_for_a_fault_alone(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(audit, "npm", silent)
    monkeypatch.setattr(audit, "python", silent)
    assert audit.main() == 0
    assert "Python: could not be asked (405)" in capsys.readouterr().out
    monkeypatch.setattr(audit, "python", lambda: ({"PYSEC-1": "django 1.0"}, 1))
    assert audit.main() == 1
    assert "django 1.0: PYSEC-1" in capsys.readouterr().out


def test_what_is_passed_over_comes_back_on_its_day() -> None:
    text = "# name, until, why\nPYSEC-1 2026-11-26 we never call it\n"
    assert passed_over(text, date(2026, 11, 26)) == {"PYSEC-1"}
    assert passed_over(text, date(2026, 11, 27)) == set()
