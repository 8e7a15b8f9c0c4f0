from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.core.two_editors import Stood, mine_to_change
from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.acts.finding_key import keep_finding_keys, put_in_finding_keys
from alongside.rooms.people.errors import PersonError
from alongside.rooms.people.models import Person

CHANGEABLE = [
    "called",
    "full_name",
    "born",
    "reach",
    "phone",
    "email",
    "language",
    "interpreter",
    "access_needs",
    "safety_note",
    "somewhere_safe",
    "address",
    "postcode",
    "uprn",
]


@transaction.atomic
def add_person(*, called: str, by: Account, **known: Any) -> Person:
    """Add someone with nothing but what they are called, and whatever else is known.

    Raises PersonError without a name ("not yet known" is fine), and for an address beside somewhere safe.
    """
    person = Person(called=called.strip(), by=by, **known)
    _must_stand(person)
    person.save(force_insert=True)
    put_in_finding_keys([person])
    write_entry(act="people.person_added", by=by, subject=person)
    return person


@transaction.atomic
def change_person(*, person: Person, by: Account, as_it_stood: Stood | None = None, **known: Any) -> Person:
    """Change what is known. Choosing somewhere safe takes the address out. Raises PersonError as `add_person` does.

    as_it_stood: what the writer had before them. Raises ChangedMeanwhile where both changed the same.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    known = mine_to_change(person, known, as_it_stood)
    if known.get("somewhere_safe") and not person.somewhere_safe:
        known |= {"address": "", "postcode": "", "uprn": ""}
    for field in CHANGEABLE:
        if field in known:
            setattr(person, field, known[field])
    _must_stand(person)
    person.save(update_fields=CHANGEABLE)
    keep_finding_keys([person])
    write_entry(act="people.person_changed", by=by, subject=person)
    return person


def _must_stand(person: Person) -> None:
    if not person.called.strip():
        raise PersonError(_("Say what they are called. “Not yet known” is fine."))
    if person.somewhere_safe and (person.address or person.postcode or person.uprn):
        raise PersonError(_("They are somewhere safe, so no address is kept. Take the address out, or untick somewhere safe."))
