"""Filing one conversation into several rooms at once: everything lands in its place, linked back, or nothing does."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction

from alongside.rooms.accounts.models import Account
from alongside.rooms.journeys.acts import add_cause, agree_action, record_check_in, record_conversation, record_matter
from alongside.rooms.journeys.models import Cause, Conversation, Journey, Matter
from alongside.rooms.journeys.models.action import LedBy
from alongside.rooms.people.acts import add_tie
from alongside.rooms.people.models import Tie


@dataclass(frozen=True)
class AgreedLine:
    what: str
    led_by: LedBy
    leader_name: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class TieLine:
    name: str
    relation: str = ""
    strength: str = Tie.Strength.ORDINARY


@dataclass(frozen=True)
class CauseLine:
    what: str
    seen_by: Cause.SeenBy = Cause.SeenBy.OURS


@dataclass(frozen=True)
class CheckInLine:
    score: int | None = None
    weather: str = ""
    words: str = ""
    expects_more: bool = False


@dataclass(frozen=True)
class Drawn:
    """The lines drawn out of a conversation. Any of them may be missing: words alone are a whole record."""

    matters: list[str] = field(default_factory=list)
    ties: list[TieLine] = field(default_factory=list)
    causes: list[CauseLine] = field(default_factory=list)
    agreed: list[AgreedLine] = field(default_factory=list)
    check_in: CheckInLine | None = None


@transaction.atomic
def write_up(
    *,
    journey: Journey,
    words: str,
    held_on: date,
    by: Account,
    where: str = "",
    minutes: int | None = None,
    who: str = "",
    drawn: Drawn,
    client_key: UUID,
) -> Conversation:
    """Keep a conversation and what was drawn out of it, in one transaction.

    client_key: made with the form; saving the same form twice gives the same conversation and adds nothing.
    """
    Journey.objects.select_for_update().get(pk=journey.pk)  # two taps on save wait for each other
    saved = Conversation.objects.filter(client_key=client_key, journey=journey).first()
    if saved:
        return saved
    conversation = record_conversation(
        journey=journey, words=words, held_on=held_on, by=by, where=where, minutes=minutes, who=who, client_key=client_key
    )
    for matter in drawn.matters:
        record_matter(journey=journey, words=matter, said_on=held_on, by=by, whose=Matter.Whose.THEIRS, conversation=conversation)
    for tie in drawn.ties:
        add_tie(person=journey.person, name=tie.name, relation=tie.relation, strength=tie.strength, by=by)
    for cause in drawn.causes:
        add_cause(journey=journey, what=cause.what, seen_by=cause.seen_by, conversation=conversation, by=by)
    for line in drawn.agreed:
        leader = by if line.led_by == LedBy.TEAM and not line.leader_name else None
        agree_action(
            journey=journey,
            what=line.what,
            led_by=line.led_by,
            leader_name=line.leader_name,
            leader_account=leader,
            due_on=line.due_on,
            conversation=conversation,
            by=by,
        )
    if drawn.check_in:
        said = drawn.check_in
        record_check_in(
            journey=journey,
            on=held_on,
            by=by,
            score=said.score,
            weather=said.weather,
            words=said.words,
            expects_more=said.expects_more,
            conversation=conversation,
        )
    return conversation
