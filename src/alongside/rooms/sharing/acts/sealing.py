"""Sealing someone: named accounts alone see that there is anybody, and no search is led to them."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.errors import SharingError
from alongside.rooms.sharing.models import Named


@transaction.atomic
def seal_person(*, person: Person, named: Iterable[Account], reason: str, on: date, by: Account) -> Person:
    """Seal a record: from now on only these accounts, and whoever seals it, open it. Sealing twice names more.

    Raises SharingError without a reason, which stands in the journal.
    """
    if not reason.strip():
        raise SharingError(_("Say in a few words why. It stands in the journal, not on the record."))
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.sealed_on is None:
        person.sealed_on, person.sealed_by = on, by
        person.save(update_fields=["sealed_on", "sealed_by"])
    for account in {one.pk: one for one in [by, *named]}.values():
        Named.objects.get_or_create(person=person, account=account, ended_at=None, defaults={"by": by})
    write_entry(act="sharing.person_sealed", by=by, subject=person, reason=reason.strip())
    return person


@transaction.atomic
def end_name(*, named: Named, by: Account) -> Named:
    """Somebody no longer opens someone sealed. Raises SharingError for the last one: unseal instead."""
    person = Person.objects.select_for_update().get(pk=named.person_id)
    standing = Named.objects.filter(person=person, ended_at=None)
    if named.ended_at is None and standing.count() == 1:
        raise SharingError(_("Then nobody could open it. Name somebody else first, or take the seal away."))
    standing.filter(pk=named.pk).update(ended_at=timezone.now(), ended_by=by)
    write_entry(act="sharing.name_ended", by=by, subject=person)
    named.refresh_from_db()
    return named


@transaction.atomic
def unseal_person(*, person: Person, by: Account) -> Person:
    """Take the seal away. Whoever could open it before that may again."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.sealed_on is not None:
        person.sealed_on = person.sealed_by = None
        person.save(update_fields=["sealed_on", "sealed_by"])
        Named.objects.filter(person=person, ended_at=None).update(ended_at=timezone.now(), ended_by=by)
        write_entry(act="sharing.person_unsealed", by=by, subject=person)
    return person
