from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.journeys.errors import JourneyError
from alongside.rooms.journeys.models import Conversation, Journey, Matter


@transaction.atomic
def record_matter(
    *,
    journey: Journey,
    words: str,
    said_on: date,
    by: Account | None,
    whose: Matter.Whose = Matter.Whose.THEIRS,
    conversation: Conversation | None = None,
    kept_off: bool = False,
) -> Matter:
    """Keep what matters to the person. It stands *as heard* until it has been read back.

    by: nobody of ours, where the person wrote it themself: then there is nothing to read back.
    """
    if not words.strip():
        raise JourneyError(_("Write what matters, in their words if you can."))
    matter = Matter.objects.create(
        journey=journey, words=words.strip(), said_on=said_on, by=by, whose=whose, conversation=conversation, kept_off=kept_off
    )
    write_entry(act="journeys.matter_recorded", by=by, subject=journey.person)
    return matter


@transaction.atomic
def read_back(*, matter: Matter, on: date, by: Account) -> Matter:
    """The person has heard it read back and it is right."""
    matter = Matter.objects.select_for_update().get(pk=matter.pk)
    matter.read_back_on, matter.read_back_by = on, by
    matter.save(update_fields=["read_back_on", "read_back_by"])
    write_entry(act="journeys.matter_read_back", by=by, subject=matter.journey.person)
    return matter


@transaction.atomic
def put_first(*, matter: Matter, by: Account) -> Matter:
    """The person puts this first."""
    matter = Matter.objects.select_for_update().get(pk=matter.pk)
    matter.put_first_at = timezone.now()
    matter.save(update_fields=["put_first_at"])
    write_entry(act="journeys.matter_put_first", by=by, subject=matter.journey.person)
    return matter


@transaction.atomic
def change_matter(*, matter: Matter, by: Account | None, on: date, kept_off: bool | None = None, still: bool | None = None) -> Matter:
    """Keep it off the front, or say that it no longer, or again, matters.

    The words themselves are not edited: new words are a new matter.
    """
    matter = Matter.objects.select_for_update().get(pk=matter.pk)
    if kept_off is not None:
        matter.kept_off = kept_off
    if still is not None:
        matter.no_longer_on = None if still else on
    matter.save(update_fields=["kept_off", "no_longer_on"])
    write_entry(act="journeys.matter_changed", by=by, subject=matter.journey.person)
    return matter
