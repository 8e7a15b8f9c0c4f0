"""Keeping the keys by which people are found."""

from collections.abc import Iterable, Sequence
from itertools import islice

from django.db import transaction

from alongside.core.likeness.keys import keys_of
from alongside.core.likeness.known import Known
from alongside.rooms.people.models import FindingKey, Identifier, Person

BATCH = 500  # people
ROW_MARK = " row"  # at the end of the issuer of what a spreadsheet's row said: no reference that anyone would type


def known_of(person: Person, references: Iterable[str] = ()) -> Known:
    """What helps to find somebody. Of whoever is somewhere safe no address is read, even if one stood there."""
    address = "" if person.somewhere_safe else f"{person.address} {person.postcode}"
    return Known(person.called, person.full_name, person.born, (person.phone, person.reach), address, tuple(references))


def keep_finding_keys(people: Sequence[Person]) -> None:
    """Make the keys of these people anew, inside the caller's transaction. Costs three queries for some hundred of them."""
    identifiers = list(Identifier.objects.filter(person__in=people))
    FindingKey.objects.filter(person__in=people).delete()
    put_in_finding_keys(people, identifiers)


def put_in_finding_keys(people: Iterable[Person], identifiers: Iterable[Identifier] = ()) -> None:
    """Put in the keys of people who are new, inside the caller's transaction. identifiers: all of theirs."""
    references: dict[int, list[str]] = {}
    for one in identifiers:
        if not one.issuer.endswith(ROW_MARK):
            references.setdefault(one.person_id, []).append(one.value)
    rows = (FindingKey(person=one, key=key) for one in people for key in sorted(keys_of(known_of(one, references.get(one.pk, ())))))
    FindingKey.objects.bulk_create(rows, batch_size=5_000)


def make_all_finding_keys() -> int:
    """Make every person's keys anew, in batches; return how many people. For an upgrade whose keys are made otherwise."""
    done, people = 0, Person.objects.order_by("pk").iterator(chunk_size=BATCH)
    while batch := list(islice(people, BATCH)):
        with transaction.atomic():
            keep_finding_keys(batch)
        done += len(batch)
    return done
