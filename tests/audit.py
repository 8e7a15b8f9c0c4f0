"""Ask the advisory services of both registries whether a part that is locked here has a known fault.

Fails only when one is found. A service that cannot be asked is said in a line, and stops nobody: whether it answers is not ours.
A finding that does not concern us is passed over by a line in requirements/passed-over.txt: its name, until which day, and why.

Run: python tests/audit.py
"""

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOCKED = ROOT / "requirements" / "dev.txt"
PASSED_OVER = ROOT / "requirements" / "passed-over.txt"
PATIENCE = 25  # seconds

Findings = dict[str, str]  # its name in the service: which part


class NotAsked(Exception):
    """The service did not answer; the message says how far one came."""


def main() -> int:
    today = datetime.now(UTC).date()
    bad = 0
    for name, ask in (("Python", python), ("npm", npm)):
        try:
            found, asked = ask()
        except NotAsked as reason:
            print(f"{name}: could not be asked ({reason}). Nothing is known of the parts' faults.")
            continue
        passed = passed_over(PASSED_OVER.read_text() if PASSED_OVER.exists() else "", today)
        for fault, part in sorted(found.items()):
            print(f"{name}: {part}: {fault}" + (" (passed over)" if fault in passed else ""))
        left = set(found) - passed
        print(f"{name}: {asked} parts asked about, {len(left)} known faults.")
        bad += len(left)
    return 1 if bad else 0


def python() -> tuple[Findings, int]:
    program = ROOT / ".stamps" / "asks" / "bin" / "pip-audit"
    return read_python(
        _said([str(program), "-r", str(LOCKED), "--disable-pip", "--require-hashes", "-f", "json", "--progress-spinner", "off"])
    )


def npm() -> tuple[Findings, int]:
    sys.path.insert(0, str(ROOT / "frontend"))
    import build  # noqa: PLC0415 (not a package)

    node = build.on_this_machine() or build.in_a_wheel()
    if node is None:
        raise NotAsked("there is no Node here")
    return read_npm(_said([*node.npm, "audit", "--json", "--package-lock-only"], ROOT / "frontend"))


def read_python(said: str) -> tuple[Findings, int]:
    """Findings, and how many parts were asked about. Raises NotAsked when it was none: then the service knew nothing at all."""
    parts = _json(said).get("dependencies", [])
    asked = [part for part in parts if "skip_reason" not in part]
    if not asked:
        raise NotAsked(f"none of {len(parts)} parts was answered for")
    return {fault["id"]: f"{part['name']} {part['version']}" for part in asked for fault in part["vulns"]}, len(asked)


def read_npm(said: str) -> tuple[Findings, int]:
    answer = _json(said)
    if "vulnerabilities" not in answer:
        raise NotAsked(str(answer.get("message", "it gave no answer")).split(" - ")[0])
    found = {}
    for name, part in answer["vulnerabilities"].items():
        for via in part["via"]:
            if isinstance(via, dict):
                found[str(via.get("url", via.get("title", name))).rsplit("/", 1)[-1]] = name
    return found, answer["metadata"]["dependencies"]["total"]


def passed_over(text: str, today: date) -> set[str]:
    """The findings that are passed over until today or later. Lines: name, day, why; # begins a note."""
    lines = [line.split(maxsplit=2) for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return {name for name, until, _why in lines if date.fromisoformat(until) >= today}


def _said(command: list[str], folder: Path = ROOT) -> str:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=PATIENCE, env={**os.environ, "NO_COLOR": "1"})
    except subprocess.TimeoutExpired:
        raise NotAsked(f"no answer in {PATIENCE} seconds") from None
    except OSError as fault:
        raise NotAsked(str(fault.strerror)) from fault
    return done.stdout


def _json(said: str) -> dict[str, Any]:
    try:
        answer = json.loads(said)
    except json.JSONDecodeError:
        raise NotAsked("it gave no answer") from None
    return answer if isinstance(answer, dict) else {}


if __name__ == "__main__":
    raise SystemExit(main())
