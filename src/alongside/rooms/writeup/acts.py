"""Filing one conversation into several rooms at once: everything lands in its place, linked back, or nothing does."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journeys.acts import (
    add_cause,
    agree_action,
    begin_journey,
    keep_shared_talk,
    record_check_in,
    record_conversation,
    record_matter,
)
from alongside.rooms.journeys.models import Conversation, Journey, Matter, SharedTalk
from alongside.rooms.journeys.models.action import LedBy
from alongside.rooms.people.acts import add_person, add_tie, change_tie
from alongside.rooms.people.errors import PersonError
from alongside.rooms.people.models import Person, Tie
from alongside.rooms.teams.acts import add_writing_time
from alongside.rooms.writeup.again import kept_before, new_in
from alongside.rooms.writeup.drawn import AgreedLine, CauseLine, CheckInLine, Drawn, TieLine

__all__ = ["AgreedLine", "CauseLine", "CheckInLine", "Drawn", "TieLine", "draw_out", "walk_with_too", "write_up"]


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
    also: Sequence[Journey] = (),
    active_seconds: int | None = None,
) -> Conversation | SharedTalk:
    """Keep a conversation and what was drawn out of it, in one transaction.

    client_key: made with the form. Saving the same form twice, or going back and saving it again, gives the same conversation and
    adds only what is new: lines drawn out since. Other words under the same key are kept as another conversation: none is lost.

    also: our time with others who were there. Then the words are kept on no record until they are divided; the lines, which say whose
    they are, land at once.

    active_seconds: during which the form was being written in; they go into the team's week, and stand on nothing else.
    """
    Journey.objects.select_for_update().values_list("pk").get(pk=journey.pk)  # two taps on save wait for each other
    if also:
        return _kept_apart(journey, also, drawn, words=words, held_on=held_on, by=by, where=where, minutes=minutes, client_key=client_key)
    kept, key = kept_before(journey=journey, words=words, held_on=held_on, where=where, who=who, by=by, client_key=client_key)
    if kept:
        drawn = new_in(drawn, kept)
    conversation = kept or record_conversation(
        journey=journey, words=words, held_on=held_on, by=by, where=where, minutes=minutes, who=who, client_key=key
    )
    _file(drawn, journey, held_on, by, conversation)
    if active_seconds and not kept:
        add_writing_time(team_id=journey.team_id, seconds=active_seconds, on=timezone.localdate())
    return conversation


@transaction.atomic
def draw_out(*, conversation: Conversation, drawn: Drawn, by: Account) -> Conversation:
    """Draw lines out of words that are kept already: later, or by a colleague. What was drawn out before is not drawn twice."""
    Journey.objects.select_for_update().values_list("pk").get(pk=conversation.journey_id)
    _file(new_in(drawn, conversation), conversation.journey, conversation.held_on, by, conversation)
    return conversation


def _kept_apart(journey: Journey, also: Sequence[Journey], drawn: Drawn, *, held_on: date, by: Account, **said: Any) -> SharedTalk:
    again = SharedTalk.objects.filter(by=by, client_key=said["client_key"]).exists()
    talk = keep_shared_talk(journey=journey, others=also, held_on=held_on, by=by, **said)
    if not again:
        _file(drawn, journey, held_on, by, None)
    return talk


@transaction.atomic
def walk_with_too(*, tie: Tie, journey: Journey, lead: Account, on: date, by: Account) -> Person:
    """Someone in a person's life is walked with as well: their own record, their own lead, and none of the other's words.

    Raises PersonError where they have a record already.
    """
    tie = Tie.objects.select_for_update().get(pk=tie.pk)
    if tie.other_id:
        raise PersonError(_("They have a page of their own already."))
    person = add_person(called=tie.name.split(",")[0].strip()[:80], by=by)
    begin_journey(person=person, team=journey.team, lead=lead, on=on, by=by)
    change_tie(tie=tie, by=by, other=person)
    return person


def _file(drawn: Drawn, journey: Journey, held_on: date, by: Account, conversation: Conversation | None) -> None:
    """Put each line into its place, linked back to the conversation."""
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
