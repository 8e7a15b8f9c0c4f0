"""What is locked names what, and its hash; never where from. Whoever installs it chooses the source."""

import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))
OPTIONS_THAT_NAME_A_SOURCE = ("-i", "--index-url", "--extra-index-url", "-f", "--find-links", "--trusted-host")


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_python_requirements_name_no_host(path: Path) -> None:
    text = path.read_text()
    assert "://" not in text
    assert not [line for line in text.splitlines() if line.split(maxsplit=1)[:1] and line.split()[0] in OPTIONS_THAT_NAME_A_SOURCE]


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_every_python_requirement_carries_a_hash(path: Path) -> None:
    pinned = [line for line in path.read_text().splitlines() if "==" in line and not line.startswith((" ", "#"))]
    assert pinned
    assert path.read_text().count("--hash=sha256:") >= len(pinned)


NPM = [ROOT / "frontend", ROOT / "tests" / "provider"]


def packages() -> dict[str, dict[str, Any]]:
    locks = [json.loads((folder / "package-lock.json").read_text()) for folder in NPM]
    return {f"{lock['name']}: {name}": entry for lock in locks for name, entry in lock["packages"].items() if name}


def test_npm_lock_names_no_host_but_where_to_thank_its_authors() -> None:
    for name, entry in packages().items():
        assert "resolved" not in entry, name
        assert "://" not in json.dumps({key: value for key, value in entry.items() if key != "funding"}), name


def test_every_npm_package_carries_a_hash() -> None:
    assert all(entry.get("integrity", "").startswith("sha512-") for entry in packages().values())


def test_npm_is_told_no_source_and_runs_no_scripts_of_packages() -> None:
    for folder in NPM:
        lines = (folder / ".npmrc").read_text().splitlines()
        assert "omit-lockfile-registry-resolved=true" in lines
        assert "ignore-scripts=true" in lines
        assert not [line for line in lines if "://" in line or line.startswith("registry")]
