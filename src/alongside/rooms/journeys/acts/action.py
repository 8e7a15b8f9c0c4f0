from datetime import date
from typing import Any

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.core.two_editors import Stood, mine_to_change
from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.journeys.errors import ActionAlreadyDone, JourneyError
from alongside.rooms.journeys.models import Action, Conversation, Handover, Journey, Matter
from alongside.rooms.journeys.models.action import LedBy


@transaction.atomic
def agree_action(
    *,
    journey: Journey,
    what: str,
    led_by: LedBy | str,
    by: Account | None,
    leader_name: str = "",
    leader_account: Account | None = None,
    matter: Matter | None = None,
    due_on: date | None = None,
    manner: str = "",
    standing: Action.Standing = Action.Standing.AGREED,
    conversation: Conversation | None = None,
    kept_off: bool = False,
) -> Action:
    """Keep an idea, or something agreed, with who leads it; only an idea may have nobody yet. Raises JourneyError otherwise.

    by: nobody of ours, here and below, where the person did it themself.
    """
    if not what.strip():
        raise JourneyError(_("Say what was agreed, in a few words."))
    _must_be_led(led_by, standing)
    action = Action.objects.create(
        journey=journey,
        what=what.strip(),
        led_by=led_by,
        leader_name=leader_name.strip(),
        leader_account=leader_account if led_by == LedBy.TEAM else None,
        matter=matter,
        due_on=due_on,
        manner=manner or (Action.Manner.MINE if led_by == LedBy.PERSON else ""),
        standing=standing,
        conversation=conversation,
        kept_off=kept_off,
        by=by,
    )
    write_entry(act="journeys.action_agreed", by=by, subject=journey.person)
    return action


@transaction.atomic
def hand_over_action(
    *, action: Action, led_by: LedBy, on: date, by: Account | None, leader_name: str = "", leader_account: Account | None = None
) -> Action:
    """Let someone else lead from a day on: onward to the person, or taken back, as good, when someone is struggling.

    Raises ActionAlreadyDone when it was done or let go meanwhile (the row is locked), and JourneyError when they lead it already.
    """
    action = _still_open(action)
    account = leader_account if led_by == LedBy.TEAM else None
    was = (action.led_by, action.leader_name, action.leader_account_id)
    if was == (led_by, leader_name.strip(), account.pk if account else None):
        raise JourneyError(_("They lead this already."))
    Handover.objects.create(
        action=action,
        was_led_by=action.led_by,
        was_leader=_leader(action),
        led_by=led_by,
        leader=account.called if account else leader_name.strip(),
        on=on,
        by=by,
    )
    action.led_by, action.leader_name, action.leader_account = led_by, leader_name.strip(), account
    action.save(update_fields=["led_by", "leader_name", "leader_account"])
    write_entry(act="journeys.action_handed_over", by=by, subject=action.journey.person)
    return action


@transaction.atomic
def move_action(*, action: Action, standing: Action.Standing, on: date, by: Account | None, outcome: str = "") -> Action:
    """Agree an idea, begin it, mark it done, or let it go. What was done stays done: raises ActionAlreadyDone."""
    action = _still_open(action)
    _must_be_led(action.led_by, standing)
    action.standing = standing
    action.done_on = on if standing == Action.Standing.DONE else None
    if outcome.strip():
        action.outcome = outcome.strip()
    action.save(update_fields=["standing", "done_on", "outcome"])
    write_entry(act="journeys.action_moved", by=by, subject=action.journey.person)
    return action


@transaction.atomic
def change_action(*, action: Action, by: Account, as_it_stood: Stood | None = None, **known: Any) -> Action:
    """known: what, matter, due_on, manner, kept_off. Raises JourneyError where the words are the person's own.

    as_it_stood: what the writer had before them. Raises ChangedMeanwhile where both changed the same.
    """
    action = Action.objects.select_for_update().get(pk=action.pk)
    mine = mine_to_change(action, known, as_it_stood)
    if action.by_themself and mine.get("what", action.what) != action.what:
        raise JourneyError(_("They wrote this themself, so nobody else changes the words. Agree something new beside it."))
    for field, value in mine.items():
        setattr(action, field, value)
    if not action.what.strip():
        raise JourneyError(_("Say what was agreed, in a few words."))
    action.save(update_fields=list(mine))
    write_entry(act="journeys.action_changed", by=by, subject=action.journey.person)
    return action


def _must_be_led(led_by: str, standing: str) -> None:
    if not led_by and standing not in (Action.Standing.IDEA, Action.Standing.LET_GO):
        raise JourneyError(_("Say who leads it."))


def _leader(action: Action) -> str:
    return action.leader_account.called if action.leader_account else action.leader_name


def _still_open(action: Action) -> Action:
    action = Action.objects.select_for_update(of=("self",)).select_related("journey__person").get(pk=action.pk)
    if action.done_on is not None:
        raise ActionAlreadyDone(_("This was done on %(day)s.") % {"day": date_format(action.done_on, "j F Y")})
    if action.standing == Action.Standing.LET_GO:
        raise ActionAlreadyDone(_("This was let go. Agree it anew if it is wanted again."))
    return action
