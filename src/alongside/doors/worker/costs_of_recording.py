"""Recording is a cost: what writing up took a team, beside its time with people."""

from datetime import timedelta
from typing import Any

from django.db.models import Sum

from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.journeys.models import Conversation
from alongside.rooms.teams.models import Team

FEWEST = 5  # write-ups: of fewer it could be guessed whose they were


def writing_up(team: Team, viewer: Viewer) -> dict[str, Any]:
    """writing: the newest week with enough write-ups in it, or None. with_people: minutes of that week's conversations."""
    week = team.writing_weeks.filter(times__gte=FEWEST).order_by("-monday_on").first()
    if week is None:
        return {"writing": None, "with_people": 0}
    held = {"held_on__gte": week.monday_on, "held_on__lt": week.monday_on + timedelta(days=7)}
    talks = Conversation.objects.visible_to(viewer).filter(journey__team=team, **held)
    return {"writing": week, "with_people": talks.aggregate(all=Sum("minutes"))["all"] or 0}
