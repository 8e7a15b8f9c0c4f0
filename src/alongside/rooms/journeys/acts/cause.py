from datetime import date

from django.db import transaction

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
        raise JourneyError("Say what lies behind it, in a few words.")
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
def change_cause(
    *, cause: Cause, what: str, seen_by: Cause.SeenBy, is_how_we_met: bool, eased: bool, on: date, by: Account, kept_off: bool = False
) -> Cause:
    if not what.strip():
        raise JourneyError("Say what lies behind it, in a few words.")
    cause = Cause.objects.select_for_update().get(pk=cause.pk)
    cause.what, cause.seen_by, cause.is_how_we_met, cause.kept_off = what.strip(), seen_by, is_how_we_met, kept_off
    if eased != (cause.eased_on is not None):
        cause.eased_on, cause.eased_by = (on, by) if eased else (None, None)
    cause.save(update_fields=["what", "seen_by", "is_how_we_met", "kept_off", "eased_on", "eased_by"])
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
        raise JourneyError("Nothing leads to itself. Name what stands between.")
    if cause.journey.person_id != effect.journey.person_id:
        raise JourneyError("These are not both on this person’s map.")
    leads, made = LeadsTo.objects.get_or_create(cause=cause, effect=effect, defaults={"by": by})
    if made:
        write_entry(act="journeys.causes_joined", by=by, subject=cause.journey.person)
    return leads


@transaction.atomic
def part_causes(*, leads: LeadsTo, by: Account) -> None:
    write_entry(act="journeys.causes_parted", by=by, subject=leads.cause.journey.person)
    leads.delete()
