"""`python -m bench`: make the place, measure, print, and after a full run write docs/reference/bench.md."""

import argparse
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.needs import postgresql

from bench import document, report
from bench.by_hand import by_hand
from bench.first_visit import first_visits
from bench.machine import machine, versions, when
from bench.pages import finding
from bench.rounds import ROUNDS, Measured, measure
from bench.server import installation, made_many, made_place, serving

PEOPLE, CONVERSATIONS = 20_000, 200_000
AMONG_MANY_MS = 150
NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@dataclass
class Found:
    sections: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    options.add_argument("--database", choices=[*NAMES, "both"], default="both")
    options.add_argument("--people", type=int, default=PEOPLE)
    options.add_argument("--conversations", type=int, default=CONVERSATIONS)
    options.add_argument("--many", type=int, default=0, help="how many people to be found among besides, in a place of names alone")
    options.add_argument("--rounds", type=int, default=ROUNDS)
    return options.parse_args()


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _bringing_in() -> str:
    """Ten thousand people through the command, in processes of their own: the line it prints."""
    _say("SQLite: bringing in people")
    return subprocess.run([sys.executable, "-m", "bench.bringing_in"], stdout=subprocess.PIPE, text=True).stdout.strip().capitalize() + "."


def _among_many(database: str, people: int, rounds: int) -> list[Measured]:
    """Finding someone among very many, in an installation of their own."""
    with installation(database) as environment:
        _say(f"{NAMES[database]}: making {people:,} people")
        facts = made_many(environment, people)
        with serving(environment) as port:
            return measure(port, facts, rounds, finding(people, AMONG_MANY_MS))


def _run(database: str, chosen: argparse.Namespace, found: Found) -> None:
    name = NAMES[database]
    with installation(database) as environment:
        _say(f"{name}: making the place")
        facts = made_place(environment, chosen.people, chosen.conversations)
        with serving(environment) as port:
            _say(f"{name}: first visits")
            loaded = first_visits(port, facts) if not any("first visit" in one for one in found.sections) else []
            if loaded:
                found.sections.append(f"## By hand, on a phone\n\n{by_hand(port, facts)}\n")
            _say(f"{name}: measuring")
            measured = measure(port, facts, chosen.rounds)
    measured += _among_many(database, chosen.many, chosen.rounds) if chosen.many else []
    bringing_in = _bringing_in() if database == "sqlite" else ""
    parts = [f"## {name}\n", report.timings(measured), bringing_in]
    found.sections.append("\n".join(part for part in parts if part) + "\n")
    if loaded:
        found.sections.insert(
            0, f"## First visit, as Chromium counts it on the wire (bytes, headers included)\n\n{report.weights(loaded)}\n"
        )
    found.missed += report.missed(measured, loaded, name)


def main() -> None:
    chosen, programs, found = _options(), postgresql(), Found()
    facts = {"machine": machine(), "versions": versions(programs), "when": when()}
    for database in NAMES if chosen.database == "both" else [chosen.database]:
        if database == "postgresql" and programs is None:
            found.sections.append("PostgreSQL is left out: it is not installed.\n")
            continue
        _run(database, chosen, found)
    text = document.written(
        found.sections, found.missed, people=chosen.people, conversations=chosen.conversations, rounds=chosen.rounds, **facts
    )
    print(text[text.index("Machine:") :])
    if (chosen.people, chosen.conversations, chosen.database) == (PEOPLE, CONVERSATIONS, "both"):
        document.PATH.write_text(text)
        _say(f"Written: {document.PATH.relative_to(Path.cwd())}")


if __name__ == "__main__":
    main()
