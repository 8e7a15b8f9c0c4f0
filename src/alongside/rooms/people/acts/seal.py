"""Sealing someone: no search beyond those who see them is ever led to them."""

from datetime import date

from django.db import transaction

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.models import Person


@transaction.atomic
def seal_person(*, person: Person, on: date, by: Account) -> Person:
    """Seal a record. Who may open it is the gate's to say; this says who may be led to it: nobody. Sealing twice changes nothing."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.sealed_on is None:
        person.sealed_on, person.sealed_by = on, by
        person.save(update_fields=["sealed_on", "sealed_by"])
        write_entry(act="people.person_sealed", by=by, subject=person)
    return person


@transaction.atomic
def unseal_person(*, person: Person, by: Account) -> Person:
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.sealed_on is not None:
        person.sealed_on = person.sealed_by = None
        person.save(update_fields=["sealed_on", "sealed_by"])
        write_entry(act="people.person_unsealed", by=by, subject=person)
    return person
