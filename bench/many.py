"""Very many people in bulk, to be found among: `python -m bench.many --people 1000000`, into the database of the environment.

They have a name, a day of birth, a time with a team and the keys by which they are found, and nothing else. Rows go past the ORM,
in the columns that it would write. Prints, as JSON, who signs in.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from itertools import islice
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")
django.setup()

from django.core.management import call_command  # noqa: E402 (Django has to be set up first)
from django.db import connection, models, transaction  # noqa: E402

from alongside.core.likeness.keys import keys_of  # noqa: E402
from alongside.core.likeness.known import Known  # noqa: E402
from alongside.core.reference import new_reference  # noqa: E402
from alongside.rooms.accounts.acts import add_account  # noqa: E402
from alongside.rooms.accounts.models import Account, Role  # noqa: E402
from alongside.rooms.journeys.models import Journey  # noqa: E402
from alongside.rooms.people.models import FindingKey, Person  # noqa: E402
from alongside.rooms.teams.models import Member, Place, Team  # noqa: E402
from bench import lives  # noqa: E402

PASSWORD = "kettle before laptop"
A_TEAM = 350  # people
AT_ONCE = 20_000  # rows


@dataclass(frozen=True)
class Facts:
    """worker: in one team of 350. seer: in every team. newcomer: in none."""

    worker: str
    seer: str
    newcomer: str
    password: str


def _account(name: str) -> Account:
    return add_account(email=f"{name}@bench.example", called=name.title(), role=Role.WORKER, password=PASSWORD)


def _called(number: int) -> tuple[str, str, str]:
    """The first of each ten thousand is exactly who is looked up exactly."""
    name = "Anwen Ashworth" if number % 10_000 == 0 else lives.full_name(number)
    return name if number % 10_000 == 0 else name.split()[0], name, lives.born(number).text


def _columns(row: models.Model) -> dict[str, Any]:
    """What the ORM would write for a row, by column, without its number."""
    fields = [field for field in row._meta.concrete_fields if not field.primary_key]
    return {field.column: field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields}


def _copy(model: type[models.Model], columns: list[str], rows: Iterable[tuple[Any, ...]]) -> None:
    table, names = model._meta.db_table, ", ".join(f'"{column}"' for column in columns)
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
            return
        places, going = ", ".join(["%s"] * len(columns)), iter(rows)
        while batch := list(islice(going, AT_ONCE)):
            cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({places})', batch)


def _rows(usual: models.Model, many: Iterable[dict[str, Any]]) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    columns = _columns(usual)
    names = ["id", *columns]
    return names, (tuple({**columns, **one}[name] for name in names) for one in many)


def make_many(people: int, today: date) -> Facts:
    place = Place.objects.create(name="Bench")
    worker, seer, newcomer = (_account(name) for name in ("worker", "seer", "newcomer"))
    teams = [Team.objects.create(place=place, name=f"Team {number + 1}") for number in range(max(1, people // A_TEAM))]
    Member.objects.create(team=teams[0], account=worker, from_on=today)
    Member.objects.bulk_create(Member(team=team, account=seer, from_on=today) for team in teams)
    usual = Person(called="Anwen", by=worker)
    _copy(Person, *_rows(usual, (_person(number) for number in range(people))))
    _say(f"{people:,} people")
    time = Journey(person_id=1, team=teams[0], by=worker, standing_since_on=today)
    of_team = (
        {"id": number + 1, "person_id": number + 1, "team_id": teams[min(number // A_TEAM, len(teams) - 1)].pk} for number in range(people)
    )
    _copy(Journey, *_rows(time, of_team))
    _say(f"{people:,} journeys")
    _copy(FindingKey, ["person_id", "key"], ((number + 1, one) for number in range(people) for one in _keys(number)))
    _say(f"{FindingKey.objects.count():,} keys")
    return Facts(worker.email, seer.email, newcomer.email, PASSWORD)


def _person(number: int) -> dict[str, Any]:
    called, full_name, born = _called(number)
    return {"id": number + 1, "ref": new_reference(), "called": called, "full_name": full_name, "born": born}


def _keys(number: int) -> Iterable[int]:
    called, full_name, _born = _called(number)
    return keys_of(Known(called, full_name, lives.born(number)))


def _say(text: str) -> None:
    print(f"  {text}", file=sys.stderr)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--people", type=int, required=True)
    chosen = options.parse_args()
    call_command("migrate", verbosity=0, interactive=False)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA cache_size=-1000000")  # kilobytes, while it is made
            cursor.execute("PRAGMA synchronous=OFF")
    facts = make_many(chosen.people, date.today())
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    print(json.dumps(asdict(facts)))


if __name__ == "__main__":
    main()
