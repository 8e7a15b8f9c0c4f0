"""What stands on a person's page, gathered with the same few queries for one row and for five hundred."""

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef

from alongside.doors.worker.rows import talk_rows
from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.attachments.models import how_many
from alongside.rooms.journeys.models import Action, Cause, CheckIn, Conversation, Involvement, Journey, LeadsTo, Matter
from alongside.rooms.journeys.models.action import LedBy
from alongside.rooms.journeys.models.matter import front_of
from alongside.rooms.people.models import LifeEvent, Person, Tie
from alongside.rooms.sharing.models import Disagreement
from alongside.rooms.teams.models import Member

NEWEST = 20
LIFE_LINE = 8


def current_journey(person: Person, viewer: Viewer, **counted: Any) -> Journey:
    """The time with them that this viewer's page is about: the newest of a team of theirs, else the newest there is.

    counted: what else is read with the same query.
    """
    mine = Exists(Member.objects.filter(team=OuterRef("team"), account=viewer.account))
    found = (
        Journey.objects.of(person)
        .annotate(mine=mine, **counted)
        .select_related("team")
        .order_by("-mine", models.F("joined_into").asc(nulls_first=True), "-pk")
        .first()
    )
    assert found is not None  # noqa: S101 (the gate opens only through a journey)
    found.person = person  # known already: not asked for again
    return found


def who_leads(actions: list[Action]) -> dict[str, int]:
    """How many things agreed or done the person leads, those around them (circle, community), and the team or a service."""
    theirs, around = {LedBy.PERSON}, {LedBy.CIRCLE, LedBy.COMMUNITY}
    return {
        "all": len(actions),
        "theirs": sum(action.led_by in theirs for action in actions),
        "around": sum(action.led_by in around for action in actions),
        "ours": sum(action.led_by not in theirs | around for action in actions),
    }


def person_page(person: Person, viewer: Viewer) -> dict[str, Any]:
    journey: Any = current_journey(person, viewer, pictures=how_many(person), differs=models.Exists(Disagreement.objects.of(person)))
    matters = list(Matter.objects.of(person).holding())
    conversations = talk_rows(Conversation.objects.of(person).for_story()[: NEWEST + 1], person.ref)
    actions = list(Action.objects.of(person).for_listing())
    open_ = [one for one in actions if one.standing in (Action.Standing.AGREED, Action.Standing.DOING)]
    done = [one for one in actions if one.standing == Action.Standing.DONE]
    return {
        "person": person,
        "journey": journey,
        "involvements": list(Involvement.objects.within(journey).current(viewer.on).known_to(viewer).for_listing()),
        "front": front_of(matters),
        "matters": matters,
        "conversations": conversations[:NEWEST],
        "more_story": len(conversations) > NEWEST,
        "last": conversations[0] if conversations else None,
        "ties": list(Tie.objects.of(person)),
        "causes": list(Cause.objects.of(person)),
        "leads": list(LeadsTo.objects.of(person)),
        "life": list(LifeEvent.objects.of(person).order_by("-when", "-pk")[:LIFE_LINE]),
        "ideas": [one for one in actions if one.standing == Action.Standing.IDEA],
        "agreed": open_,
        "done": done,
        "who_leads": who_leads(open_ + done),
        "waiting": [one for one in open_ if one.due_on and one.due_on <= viewer.on],
        "check_ins": list(CheckIn.objects.of(person)),
        "pictures": journey.pictures,
    }
