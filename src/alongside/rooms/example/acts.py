"""Making Northbridge: an invented place, in an empty installation, through the acts that everyone uses."""

from datetime import date, timedelta

from django.db import transaction

from alongside.rooms.accounts.acts import add_account
from alongside.rooms.accounts.models import Account, Organisation
from alongside.rooms.example.cast import (
    AUTHORITIES,
    CAST,
    MEMBERS,
    NUMBERS,
    ORGANISATIONS,
    OTHER_MEMBERS,
    OTHER_TEAM,
    REST_OF_THE_TEAM,
    SAFETY_NUMBERS,
    TEAM,
)
from alongside.rooms.example.others import walk_with_the_others
from alongside.rooms.example.sams_sharing import share_with_sam, state_bases, state_how_long
from alongside.rooms.example.sams_story import walk_with_sam
from alongside.rooms.framework.acts import begin_framework, write_framework
from alongside.rooms.framework.models import Authority
from alongside.rooms.teams.acts import begin_team, join_team, say_number
from alongside.rooms.teams.models import LinkedDecisionMaker, Member, Place, SafetyNumber, Team

MONTHS_BACK = timedelta(days=275)


class ExampleError(Exception):
    """Why no example is made here, in words."""


@transaction.atomic
def make_example(*, today: date, seed: int = 7) -> Place:
    """Make Northbridge with its cast and forty people over nine months to `today`. The same day and seed give the same place.

    Raises ExampleError in an installation where anyone has an account: an example is never laid over a real place.
    """
    if Account.objects.exists() or Place.objects.exists():
        raise ExampleError("There is something here already. An example place is only made in an empty folder: give another --dir.")
    place = Place.objects.create(name="Northbridge", is_example=True)
    cast = _accounts()
    begun = today - MONTHS_BACK
    team = _team(place, TEAM, MEMBERS, cast, begun)
    _team(place, OTHER_TEAM, OTHER_MEMBERS, cast, begun)
    _what_it_decides_by(team, cast, begun)
    for order, (label, number, hours) in enumerate(SAFETY_NUMBERS):
        SafetyNumber.objects.create(place=place, label=label, number=number, hours=hours, order=order)
    state_bases(place=place, by=cast["gail"], on=begun)
    state_how_long(place=place, by=cast["gail"])
    share_with_sam(journey=walk_with_sam(team=team, cast=cast, today=today), cast=cast, today=today)
    walk_with_the_others(team=team, cast=cast, today=today, seed=seed)
    return place


def _accounts() -> dict[str, Account]:
    organisations = {name: Organisation.objects.create(name=name, kind=kind) for name, kind in ORGANISATIONS.items()}
    cast = {}
    for one in [*CAST, *REST_OF_THE_TEAM]:
        organisation = organisations[one.organisation]
        account = add_account(email=one.email, called=one.called, name=one.name, job=one.job, role=one.role, organisation=organisation)
        cast[one.email.split("@")[0]] = account
    return cast


def _team(place: Place, name: str, members: list[str], cast: dict[str, Account], on: date) -> Team:
    team = begin_team(name=name, place=place, by=cast[members[0]])
    for member in members:
        joined = join_team(
            team=team,
            account=cast[member],
            on=on,
            part=Member.Part.LEAD if member == members[0] else Member.Part.WORKER,
            by=cast[members[0]],
        )
        say_number(member=joined, phone=NUMBERS.get(member, ""), by=cast[member])
    begin_framework(team=team, by=cast[members[0]])
    return team


def _what_it_decides_by(team: Team, cast: dict[str, Account], on: date) -> None:
    first = team.frameworks.get()
    principles = [*first.principles, "Put the kettle on before you open the laptop."]
    because = "Said at the huddle so often that we wrote it down."
    write_framework(team=team, since_version=1, purpose=first.purpose, principles=principles, because=because, by=cast["ines"])
    for what, decision, month, person, beyond in AUTHORITIES:
        Authority.objects.create(
            team=team,
            what=what,
            per_decision_pence=decision,
            per_month_team_pence=month,
            per_month_person_pence=person,
            beyond=cast[beyond] if beyond else None,
        )
    LinkedDecisionMaker.objects.create(team=team, account=cast["ruth"], subject="Council tax and enforcement fees", from_on=on)
