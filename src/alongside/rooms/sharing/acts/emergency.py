"""Breaking the glass: a story opened in an emergency, with a reason and for a set time; and the look that somebody takes at it after."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.errors import SharingError
from alongside.rooms.sharing.models import BreakGlass

OPEN_FOR = timedelta(hours=4)


@transaction.atomic
def break_glass(*, ref: str, reason: str, by: Account, not_told_because: str = "") -> BreakGlass:
    """Open someone's whole story for OPEN_FOR. ref: their reference, from paper or said on the phone.

    Someone sealed, someone still arriving and nobody at all take the same statements and get the same refusal; each try is in the
    journal, whole or not. Raises SharingError for that, and without a reason. How often one may try is the door's to limit.
    """
    if len(reason.strip()) < 10:
        raise SharingError(_("Say what has happened, so that it can be understood later."))
    person = Person.objects.filter(ref=ref.strip().lower(), sealed_on=None).exclude(arrival__isnull=False, arrival__landed_at=None).first()
    now = timezone.now()
    if person is None:
        raise SharingError(_("Nobody can be opened with this reference. Check each letter."))
    glass = BreakGlass.objects.create(
        person=person, reason=reason.strip(), at=now, until_at=now + OPEN_FOR, not_told_because=not_told_because.strip(), by=by
    )
    write_entry(act="sharing.glass_broken", by=by, subject=person)
    return glass


@transaction.atomic
def look_at_glass(*, glass: BreakGlass, found: str, by: Account) -> BreakGlass:
    """The information lead writes down whether it was right. Raises SharingError without words, or when it was looked at already."""
    if not found.strip():
        raise SharingError(_("Write what you found, in a few words."))
    glass = BreakGlass.objects.select_for_update().select_related("person").get(pk=glass.pk)
    if glass.looked_at is not None:
        raise SharingError(_("Somebody has looked at this meanwhile."))
    glass.looked_at, glass.looked_by, glass.found = timezone.now(), by, found.strip()
    glass.save(update_fields=["looked_at", "looked_by", "found"])
    write_entry(act="sharing.glass_looked_at", by=by, subject=glass.person)
    return glass
