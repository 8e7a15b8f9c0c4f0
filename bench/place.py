"""Make the place in bulk: `python -m bench.place --people 20000 --conversations 200000`, into the database of the environment.

Prints, as JSON, who signs in and whose pages are opened.
"""

import argparse
import json
import os
import random
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")
django.setup()

from django.core.management import call_command  # noqa: E402 (Django has to be set up first)
from django.db import connection, models, transaction  # noqa: E402

from alongside.rooms.accounts.acts import add_account  # noqa: E402
from alongside.rooms.accounts.models import Account, Role  # noqa: E402
from alongside.rooms.journal.acts import seal_entries  # noqa: E402
from alongside.rooms.journal.models import Entry  # noqa: E402
from alongside.rooms.journeys.models import Involvement, Journey  # noqa: E402
from alongside.rooms.people.acts import put_in_finding_keys  # noqa: E402
from alongside.rooms.people.models import Person  # noqa: E402
from alongside.rooms.teams.models import Member, Place, Team  # noqa: E402
from bench import lives  # noqa: E402

PASSWORD = "kettle before laptop"
WORKERS = 7  # in each team
ALONGSIDE = 50  # people of one worker
A_TEAM = WORKERS * ALONGSIDE  # people
FULL = {"conversations": 500, "ties": 60, "causes": 80, "matters": 10, "life_events": 10, "actions": 30, "check_ins": 20}
SPARE = dict.fromkeys(FULL, 1)
USUAL = {"ties": 3, "causes": 2, "matters": 2, "life_events": 1, "actions": 2, "check_ins": 1}


@dataclass(frozen=True)
class Facts:
    """worker: alongside 50 people. seer: in every team, so that everyone is theirs to see. newcomer: asked in to one.

    full, spare, usual: (ref, number of the journey).
    """

    worker: str
    newcomer: str
    seer: str
    password: str
    full: tuple[str, int]
    spare: tuple[str, int]
    usual: tuple[str, int]


@transaction.atomic
def make_place(*, people: int, conversations: int, today: date) -> Facts:
    """Make teams of 350 people, for seven workers. The first worker is alongside the first 50, whose first is the fullest."""
    chance = random.Random(7)
    place = Place.objects.create(name="Bench")
    teams = [_team(place, number, today) for number in range(max(1, people // A_TEAM))]
    journeys = _journeys(teams, people, today)
    newcomer = add_account(email="newcomer@bench.example", called="New", role=Role.WORKER, password=PASSWORD)
    by = _alongside(journeys, teams, newcomer, today)
    _stories(journeys, by, conversations, today, chance)
    _rest(journeys, by, today)
    seer = add_account(email="seer@bench.example", called="Everywhere", role=Role.WORKER, password=PASSWORD)
    Member.objects.bulk_create(Member(team=team, account=seer, from_on=today) for team, _workers in teams)
    full, spare, usual = ((journey.person.ref, journey.pk) for journey in journeys[:3])
    return Facts(teams[0][1][0].email, newcomer.email, seer.email, PASSWORD, full, spare, usual)


def _store(what: str, rows: Iterable[models.Model]) -> None:
    kept = list(rows)
    if kept:
        type(kept[0])._default_manager.bulk_create(kept, batch_size=2_000)
    print(f"  {len(kept):>7,} {what}", file=sys.stderr)


def _team(place: Place, number: int, today: date) -> tuple[Team, list[Account]]:
    team = Team.objects.create(place=place, name=f"Team {number + 1}")
    workers = [
        add_account(
            email=f"worker{number + 1}-{one}@bench.example",
            called=f"Worker {one}",
            role=Role.WORKER,
            password=PASSWORD if number == one == 0 else None,
        )
        for one in range(WORKERS)
    ]
    Member.objects.bulk_create(Member(team=team, account=worker, from_on=today - timedelta(days=2_000)) for worker in workers)
    return team, workers


def _journeys(teams: list[tuple[Team, list[Account]]], people: int, today: date) -> list[Journey]:
    by = teams[0][1][0]
    met = [
        Person(
            called=f"{lives.NAMES[number % len(lives.NAMES)]} {number:05}",
            full_name=lives.full_name(number),
            born=lives.born(number),
            by=by,
            reach="Ring after ten.",
        )
        for number in range(people)
    ]
    _store("people", met)
    put_in_finding_keys(met)
    journeys = [
        Journey(
            person=person,
            team=teams[min(number // A_TEAM, len(teams) - 1)][0],
            by=by,
            standing_since_on=today,
            met_words="They’ve stopped my money.",
        )
        for number, person in enumerate(met)
    ]
    _store("journeys", journeys)
    return journeys


def _alongside(journeys: list[Journey], teams: list[tuple[Team, list[Account]]], newcomer: Account, today: date) -> list[Account]:
    """Return who leads with each: the first worker with exactly 50, the others with the rest of their team's."""
    workers = {team.pk: accounts for team, accounts in teams}
    by = [workers[one.team_id][0 if number < ALONGSIDE else 1 + number % (WORKERS - 1)] for number, one in enumerate(journeys)]
    since = today - timedelta(days=1_600)
    leads = [Involvement(journey=one, account=lead, part="lead", from_on=since, by=lead) for one, lead in zip(journeys, by, strict=True)]
    _store("leads", [*leads, Involvement(journey=journeys[1], account=newcomer, part="asked-in", from_on=since, by=by[0])])
    return by


def _stories(journeys: list[Journey], by: list[Account], conversations: int, today: date, chance: random.Random) -> None:
    """500 with the fullest, 1 with the sparest, the rest evenly; every fifth person was last heard from three weeks ago."""
    each, over = divmod(conversations - FULL["conversations"] - 1, len(journeys) - 2)
    many = [FULL["conversations"], 1, *(each + (number < over) for number in range(len(journeys) - 2))]
    rows = [
        row
        for number, journey in enumerate(journeys)
        for row in lives.conversations(
            journey, many[number], by[number], today - timedelta(days=21 if number % 5 == 4 else number % 5), chance
        )
    ]
    _store("conversations", rows)
    told = "journeys.conversation_recorded"
    _store(
        "entries in the journal",
        (Entry(act=told, by=row.by, kind="write", subject=f"people.person:{row.journey.person.ref}") for row in rows),
    )


def _rest(journeys: list[Journey], by: list[Account], today: date) -> None:
    for kind in USUAL:
        make = getattr(lives, kind)
        dated = (today,) if kind in ("matters", "actions", "check_ins") else ()
        sizes = [FULL[kind], SPARE[kind]] + [USUAL[kind]] * (len(journeys) - 2)
        _store(
            kind.replace("_", " "),
            (row for journey, many, one in zip(journeys, sizes, by, strict=True) for row in make(journey, many, one, *dated)),
        )


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--people", type=int, required=True)
    options.add_argument("--conversations", type=int, required=True)
    chosen = options.parse_args()
    call_command("migrate", verbosity=0, interactive=False)
    facts = make_place(people=chosen.people, conversations=chosen.conversations, today=date.today())
    seal_entries(settle=timedelta(0))  # else the server would seal them while it is measured
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    print(json.dumps(asdict(facts)))


if __name__ == "__main__":
    main()
