"""What can be done with teams and who is in them."""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.teams.models import Member, Place, Team, WritingWeek

LONGEST_WRITING = 2 * 60 * 60  # seconds of one form; more is a page left open


class TeamError(Exception):
    """What stands in the way, in words for whoever sets up a team."""


@transaction.atomic
def begin_team(*, name: str, place: Place, by: Account | None = None) -> Team:
    """Raises TeamError where a team of that name is there already."""
    if Team.objects.filter(name__iexact=name.strip()).exists():
        raise TeamError(_("There is a team called %(name)s already.") % {"name": name.strip()})
    team = Team.objects.create(name=name.strip(), place=place)
    write_entry(act="teams.team_begun", by=by, subject=team)
    return team


@transaction.atomic
def join_team(*, team: Team, account: Account, on: date, part: Member.Part = Member.Part.WORKER, by: Account | None = None) -> Member:
    """Raises TeamError for someone who is in the team already."""
    if Member.objects.current(on).filter(team=team, account=account).exists():
        raise TeamError(_("They are in this team already."))
    member = Member.objects.create(team=team, account=account, part=part, from_on=on)
    write_entry(act="teams.member_joined", by=by, subject=member)
    return member


@transaction.atomic
def say_number(*, member: Member, phone: str, by: Account | None) -> Member:
    """On which number people they walk with ring them; empty takes it back. Raises TeamError for one that cannot be rung."""
    number = phone.strip()
    if number and (len(number) > 40 or sum(one.isdigit() for one in number) < 3):
        raise TeamError(_("This is no number that can be rung."))
    member.phone = number
    member.save(update_fields=["phone"])
    write_entry(act="teams.number_said", by=by, subject=member)
    return member


@transaction.atomic
def leave_team(*, member: Member, on: date, by: Account | None = None) -> Member:
    """From that day on the membership opens nothing."""
    member.to_on = on
    member.save(update_fields=["to_on"])
    write_entry(act="teams.member_left", by=by, subject=member)
    return member


@transaction.atomic
def add_writing_time(*, team_id: int, seconds: int, on: date) -> None:
    """Add one write-up's seconds to the team's week. No journal entry: it would say whose they were."""
    week = {"team_id": team_id, "monday_on": on - timedelta(days=on.weekday())}
    more = min(max(seconds, 0), LONGEST_WRITING)
    if WritingWeek.objects.filter(**week).update(seconds=F("seconds") + more, times=F("times") + 1):
        return
    try:
        with transaction.atomic():
            WritingWeek.objects.create(**week, seconds=more, times=1)
    except IntegrityError:  # a colleague began the week in this moment
        WritingWeek.objects.filter(**week).update(seconds=F("seconds") + more, times=F("times") + 1)
