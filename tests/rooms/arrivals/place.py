"""A hub, its neighbour, and files to bring in: no more than bringing people in needs."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from django.utils import timezone

from alongside.core.partial_date import PartialDate
from alongside.core.spreadsheet.arriving_row import ArrivingRow
from alongside.rooms.accounts.acts import add_account
from alongside.rooms.accounts.models import Account, Role
from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.people.models import Person
from alongside.rooms.teams.acts import begin_team, join_team
from alongside.rooms.teams.models import Place, Team

FILES = Path(__file__).parents[2] / "data" / "people"
LONG_AGO = date(2026, 1, 5)


def make_hub(*, example: bool = False) -> Team:
    """Northbridge Hub with Maya and Ines; Owen is in the team next door, Stella in none."""
    place = Place.objects.create(name="Northbridge", is_example=example)
    hub, other = begin_team(name="Northbridge Hub", place=place), begin_team(name="Southside", place=place)
    for called, team in (("Maya", hub), ("Ines", hub), ("Owen", other), ("Stella", None)):
        someone = add_account(email=f"{called.lower()}@northbridge.example", called=called, role=Role.WORKER)
        if team:
            join_team(team=team, account=someone, on=LONG_AGO)
    return hub


def account(called: str) -> Account:
    return Account.objects.get(called=called)


def seen_by(called: str) -> set[str]:
    viewer = Viewer(account=account(called), on=timezone.localdate())
    return set(Person.objects.visible_to(viewer).values_list("called", flat=True))


def row(called: str, *, line: int = 2, reference: str = "", **said: str | PartialDate) -> ArrivingRow:
    return ArrivingRow(line, called, reference=reference, **said)  # type: ignore[arg-type]


def many(count: int) -> Sequence[ArrivingRow]:
    return [row(f"Person {number}", line=number + 2, reference=f"HUB-{number:05}") for number in range(count)]
