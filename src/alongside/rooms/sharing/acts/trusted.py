"""Someone the person trusts: let into parts of their page, and out again."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.models import Person
from alongside.rooms.people.parts import Part
from alongside.rooms.sharing.errors import SharingError
from alongside.rooms.sharing.models import PersonLink, Trusted, TrustedPart


@transaction.atomic
def let_in(
    *,
    person: Person,
    name: str,
    role: str,
    parts: Collection[str],
    by: Account | None,
    until_on: date | None = None,
    authority_seen_on: date | None = None,
) -> Trusted:
    """Let someone into some parts. by: nobody of ours, where the person did it at their own door. Their link is made with a worker.

    Raises SharingError without a name or parts, and for somebody who may decide for them whose authority nobody has seen.
    """
    wrong = [
        (not name.strip(), _("Write who it is.")),
        (not set(parts) & set(Part.values), _("Choose what they may see.")),
        (role not in Trusted.Role.values, _("Choose who they are to you.")),
        (role == Trusted.Role.AUTHORITY and not authority_seen_on, _("Whoever decides for somebody shows a worker that they may.")),
    ]
    for is_wrong, words in wrong:
        if is_wrong:
            raise SharingError(words)
    trusted = Trusted.objects.create(
        person=person, name=name.strip(), role=role, by=by, until_on=until_on, authority_seen_on=authority_seen_on
    )
    TrustedPart.objects.bulk_create([TrustedPart(trusted=trusted, part=Part(part)) for part in Part.values if part in parts])
    write_entry(act="sharing.let_in", by=by, subject=person)
    return trusted


@transaction.atomic
def let_out(*, trusted: Trusted, by: Account | None) -> Trusted:
    """They see nothing on the next request, and their links end."""
    trusted = Trusted.objects.select_for_update(of=("self",)).select_related("person").get(pk=trusted.pk)
    if trusted.ended_at is None:
        trusted.ended_at = timezone.now()
        trusted.save(update_fields=["ended_at"])
        PersonLink.objects.standing().filter(trusted=trusted).update(ended_at=trusted.ended_at, ended_by=by)
        write_entry(act="sharing.let_out", by=by, subject=trusted.person)
    return trusted
