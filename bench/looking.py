"""Who looked, and what did an account open, in a long journal: `python -m bench.looking --entries 10000000`, into the database of the
environment. Rows go past the ORM, in the columns that it would write. Prints medians and 95th percentiles of the pages' own queries,
beside one look-up by a primary key.
"""

import argparse
import os
import random
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import islice
from statistics import median, quantiles
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")
django.setup()

from django.core.management import call_command  # noqa: E402 (Django has to be set up first)
from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from alongside.doors.information.looking import _page, who_looked  # noqa: E402
from alongside.rooms.accounts.acts import add_account  # noqa: E402
from alongside.rooms.accounts.models import Role  # noqa: E402
from alongside.rooms.journal.models import Entry  # noqa: E402
from alongside.rooms.people.acts import add_person  # noqa: E402

ACCOUNTS, PEOPLE, ROUNDS, AT_ONCE = 300, 20_000, 60, 50_000
COLUMNS = ("at", "by_id", "act", "kind", "subject", "ground", "reason_digest")


def _entries(many: int, accounts: list[int], subjects: list[str]) -> Iterator[tuple[Any, ...]]:
    chance, now = random.Random(7), timezone.now()
    for number in range(many):
        at = connection.ops.adapt_datetimefield_value(now - timedelta(seconds=3 * (many - number)))
        yield at, chance.choice(accounts), "people.person_opened", "read", chance.choice(subjects), "team", ""


def _put_in(many: int, rows: Iterator[tuple[Any, ...]]) -> None:
    names, places = ", ".join(COLUMNS), ", ".join(["%s"] * len(COLUMNS))
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY journal_entry ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        while batch := list(islice(rows, AT_ONCE)):
            cursor.executemany(f"INSERT INTO journal_entry ({names}) VALUES ({places})", batch)


def _timed(ask: Callable[[], object]) -> str:
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        ask()
        took.append((time.perf_counter() - begun) * 1000)
    return f"p50 {median(took):.1f} ms, p95 {quantiles(took, n=20)[-1]:.1f} ms"


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m bench.looking", description=__doc__)
    options.add_argument("--entries", type=int, default=10_000_000)
    many = options.parse_args().entries
    call_command("migrate", verbosity=0)
    accounts = [add_account(email=f"w{one}@bench.example", called=f"W {one}", role=Role.WORKER) for one in range(ACCOUNTS)]
    person = add_person(called="Someone", by=accounts[0])
    subjects = [f"people.person:{number:012}" for number in range(PEOPLE - 1)] + [f"people.person:{person.ref}"]
    _put_in(many, _entries(many, [one.pk for one in accounts], subjects))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    chance, one = random.Random(8), accounts[5]
    deep = str(Entry.objects.filter(by=one).order_by("at")[200].pk)
    print(f"{connection.vendor}, {Entry.objects.count():,} entries, {ROUNDS} rounds")
    print("one entry by its number:", _timed(lambda: Entry.objects.get(pk=chance.randint(1, many))))
    print("who opened this person:", _timed(lambda: who_looked(person, None)))
    print("what an account opened:", _timed(lambda: _page(Entry.objects.filter(by=one, kind="read"), None)))
    print("the same, its oldest page:", _timed(lambda: _page(Entry.objects.filter(by=one, kind="read"), deep)))


if __name__ == "__main__":
    main()
