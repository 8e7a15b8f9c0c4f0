from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.core.two_editors import Stood, mine_to_change
from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.journeys.errors import JourneyError
from alongside.rooms.journeys.models import Cause, Conversation, Journey, LeadsTo


@transaction.atomic
def add_cause(
    *,
    journey: Journey,
    what: str,
    by: Account,
    seen_by: Cause.SeenBy = Cause.SeenBy.OURS,
    leads_to: Cause | None = None,
    is_how_we_met: bool = False,
    conversation: Conversation | None = None,
    kept_off: bool = False,
) -> Cause:
    """Put something that lies behind it on the map, and say what it leads to if that is known."""
    if not what.strip():
        raise JourneyError(_("Say what lies behind it, in a few words."))
    cause = Cause.objects.create(
        journey=journey,
        what=what.strip(),
        by=by,
        seen_by=seen_by,
        is_how_we_met=is_how_we_met,
        conversation=conversation,
        kept_off=kept_off,
    )
    if leads_to:
        join_causes(cause=cause, effect=leads_to, by=by)
    write_entry(act="journeys.cause_added", by=by, subject=journey.person)
    return cause


@transaction.atomic
def change_cause(*, cause: Cause, on: date, by: Account, as_it_stood: Stood | None = None, **known: Any) -> Cause:
    """known: what, seen_by, is_how_we_met, eased, kept_off. on: the day on which it eased.

    as_it_stood: what the writer had before them. Raises ChangedMeanwhile where both changed the same.
    """
    cause = Cause.objects.select_for_update().get(pk=cause.pk)
    mine = mine_to_change(cause, known, as_it_stood)
    eased = mine.pop("eased", cause.eased)
    if eased != cause.eased:
        cause.eased_on, cause.eased_by = (on, by) if eased else (None, None)
    for field, value in mine.items():
        setattr(cause, field, value)
    if not cause.what.strip():
        raise JourneyError(_("Say what lies behind it, in a few words."))
    cause.save(update_fields=[*mine, "eased_on", "eased_by"])
    write_entry(act="journeys.cause_changed", by=by, subject=cause.journey.person)
    return cause


@transaction.atomic
def take_out_cause(*, cause: Cause, by: Account) -> None:
    """Take out what was put in by mistake. (What has become lighter is *eased*, and stays.)"""
    write_entry(act="journeys.cause_taken_out", by=by, subject=cause.journey.person)
    cause.delete()


@transaction.atomic
def join_causes(*, cause: Cause, effect: Cause, by: Account) -> LeadsTo:
    """One leads to the other. Loops are welcome. Raises JourneyError for a thing with itself and across two people."""
    if cause.pk == effect.pk:
        raise JourneyError(_("Nothing leads to itself. Name what stands between."))
    if cause.journey.person_id != effect.journey.person_id:
        raise JourneyError(_("These are not both on this person’s map."))
    leads, made = LeadsTo.objects.get_or_create(cause=cause, effect=effect, defaults={"by": by})
    if made:
        write_entry(act="journeys.causes_joined", by=by, subject=cause.journey.person)
    return leads


@transaction.atomic
def part_causes(*, leads: LeadsTo, by: Account) -> None:
    write_entry(act="journeys.causes_parted", by=by, subject=leads.cause.journey.person)
    leads.delete()
