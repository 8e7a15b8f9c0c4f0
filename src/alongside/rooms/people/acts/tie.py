from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.core.two_editors import Stood, mine_to_change
from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.acts.on_map import Place, put_on_again, put_places, take_off
from alongside.rooms.people.errors import PersonError
from alongside.rooms.people.models import Person, Tie


@transaction.atomic
def add_tie(*, person: Person, name: str, by: Account, **known: Any) -> Tie:
    """Put someone into the person's life, by name."""
    if not name.strip():
        raise PersonError(_("Say who it is. A first name or “a neighbour” is enough."))
    tie: Tie = Tie.objects.create(person=person, name=name.strip(), by=by, **known)
    write_entry(act="people.tie_added", by=by, subject=person)
    return tie


@transaction.atomic
def change_tie(*, tie: Tie, by: Account, as_it_stood: Stood | None = None, **known: Any) -> Tie:
    """as_it_stood: what the writer had before them. Raises ChangedMeanwhile where both changed the same."""
    tie = Tie.objects.select_for_update().get(pk=tie.pk)
    known = mine_to_change(tie, known, as_it_stood)
    if not str(known.get("name", tie.name)).strip():
        raise PersonError(_("Say who it is. A first name or “a neighbour” is enough."))
    for field, value in known.items():
        setattr(tie, field, value)
    tie.save(update_fields=list(known))
    write_entry(act="people.tie_changed", by=by, subject=tie.person)
    return tie


@transaction.atomic
def place_ties(*, person: Person, places: Mapping[int, Place], by: Account, as_they_stood: Mapping[int, Stood] | None = None) -> None:
    """places: a tie's number to where its middle stands, from the middle of the person; None leaves it to the drawing again."""
    put_places(Tie.objects.of(person), places, as_they_stood)
    write_entry(act="people.ties_placed", by=by, subject=person)


@transaction.atomic
def take_out_tie(*, tie: Tie, by: Account, as_it_stood: Stood | None = None) -> None:
    """Take someone out who was put in by mistake. (A tie that ended is *broken*, and stays.) It can be put back."""
    tie = Tie.every.select_for_update().get(pk=tie.pk)
    take_off(tie, by=by, as_it_stood=as_it_stood)
    write_entry(act="people.tie_taken_out", by=by, subject=tie.person)


@transaction.atomic
def put_back_tie(*, tie: Tie, by: Account) -> None:
    """As it stood when it was taken out."""
    put_on_again(Tie.every.select_for_update().get(pk=tie.pk))
    write_entry(act="people.tie_put_back", by=by, subject=tie.person)
