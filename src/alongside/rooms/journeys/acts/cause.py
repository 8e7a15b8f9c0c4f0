from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.core.two_editors import Stood, mine_to_change
from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.journeys.errors import JourneyError
from alongside.rooms.journeys.models import Cause, Conversation, Journey, LeadsTo
from alongside.rooms.people.acts.on_map import Place, put_on_again, put_places, take_off
from alongside.rooms.people.models import Person


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
    **place: Any,
) -> Cause:
    """Put something that lies behind it on the map, and say what it leads to if that is known. place: x, y, client_key."""
    if not what.strip():
        raise JourneyError(_("Say what lies behind it, in a few words."))
    cause: Cause = Cause.objects.create(
        journey=journey,
        what=what.strip(),
        by=by,
        seen_by=seen_by,
        is_how_we_met=is_how_we_met,
        conversation=conversation,
        kept_off=kept_off,
        **place,
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
def place_causes(*, person: Person, places: Mapping[int, Place], by: Account, as_they_stood: Mapping[int, Stood] | None = None) -> None:
    """places: a cause's number to where its middle stands on the paper; None leaves it to the drawing again."""
    put_places(Cause.objects.of(person), places, as_they_stood)
    write_entry(act="journeys.causes_placed", by=by, subject=person)


@transaction.atomic
def take_out_cause(*, cause: Cause, by: Account, as_it_stood: Stood | None = None) -> None:
    """Take out what was put in by mistake. (What has become lighter is *eased*, and stays.) It can be put back."""
    cause = Cause.every.select_for_update().get(pk=cause.pk)
    take_off(cause, by=by, as_it_stood=as_it_stood)
    write_entry(act="journeys.cause_taken_out", by=by, subject=cause.journey.person)


@transaction.atomic
def put_back_cause(*, cause: Cause, by: Account) -> None:
    """As it stood when it was taken out, with what it leads to and what leads to it."""
    put_on_again(Cause.every.select_for_update().get(pk=cause.pk))
    write_entry(act="journeys.cause_put_back", by=by, subject=cause.journey.person)


@transaction.atomic
def join_causes(*, cause: Cause, effect: Cause, by: Account) -> LeadsTo:
    """One leads to the other. Loops are welcome. Raises JourneyError for a thing with itself and across two people."""
    if cause.pk == effect.pk:
        raise JourneyError(_("Nothing leads to itself. Name what stands between."))
    if cause.journey.person_id != effect.journey.person_id:
        raise JourneyError(_("These are not both on this person’s map."))
    leads, made = LeadsTo.every.get_or_create(cause=cause, effect=effect, defaults={"by": by})
    if made:
        write_entry(act="journeys.causes_joined", by=by, subject=cause.journey.person)
    return leads


@transaction.atomic
def part_causes(*, leads: LeadsTo, by: Account) -> None:
    write_entry(act="journeys.causes_parted", by=by, subject=leads.cause.journey.person)
    leads.delete()
