"""Two times with one person, of one team, go on as one; and apart again."""

from django.db.models import F

from alongside.rooms.journeys.models import Action, Cause, CheckIn, Journey, LeadsTo, Matter
from alongside.rooms.people.models import Person


def join_journeys(*, kept: Person, gone: Person) -> list[int]:
    """Let each time with `gone` that goes on join the one the same team has with `kept`. Part of putting two records together.

    Returns the numbers of those that joined. Who is alongside stays alongside in both.
    """
    joined = []
    for journey in Journey.objects.of(gone).filter(joined_into=None).walking():
        into = Journey.objects.of(kept).filter(team=journey.team_id, joined_into=None).walking().first()
        if into:
            Journey.objects.filter(pk=journey.pk).update(joined_into=into)
            joined.append(journey.pk)
    return joined


def part_journeys(*, joined: list[int], people: list[Person]) -> None:
    """The other way, once each journey has its own person again: nothing of the one points to something of the other."""
    Journey.objects.filter(pk__in=joined).update(joined_into=None)
    mine = {"journey__person__in": people}
    Action.objects.filter(**mine, matter__isnull=False).exclude(matter__journey__person=F("journey__person")).update(matter=None)
    for rows in (Action.objects, Cause.every, CheckIn.objects, Matter.objects):
        across = rows.filter(**mine, conversation__isnull=False).exclude(conversation__journey__person=F("journey__person"))
        across.update(conversation=None)
    arrows = LeadsTo.every.filter(cause__journey__person__in=people).exclude(cause__journey__person=F("effect__journey__person"))
    LeadsTo.every.filter(pk__in=list(arrows.values_list("pk", flat=True))).delete()
