from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.core.two_editors import Stood, mine_to_change
from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.errors import PersonError
from alongside.rooms.people.models import Person, Tie


@transaction.atomic
def add_tie(*, person: Person, name: str, by: Account, **known: Any) -> Tie:
    """Put someone into the person's life, by name."""
    if not name.strip():
        raise PersonError(_("Say who it is. A first name or “a neighbour” is enough."))
    tie = Tie.objects.create(person=person, name=name.strip(), by=by, **known)
    write_entry(act="people.tie_added", by=by, subject=person)
    return tie


@transaction.atomic
def change_tie(*, tie: Tie, by: Account, as_it_stood: Stood | None = None, **known: Any) -> Tie:
    """as_it_stood: what the writer had before them. Raises ChangedMeanwhile where both changed the same."""
    tie = Tie.objects.select_for_update().get(pk=tie.pk)
    known = mine_to_change(tie, known, as_it_stood)
    for field, value in known.items():
        setattr(tie, field, value)
    tie.save(update_fields=list(known))
    write_entry(act="people.tie_changed", by=by, subject=tie.person)
    return tie


@transaction.atomic
def take_out_tie(*, tie: Tie, by: Account) -> None:
    """Take someone out who was put in by mistake. (A tie that ended is *broken*, and stays.)"""
    write_entry(act="people.tie_taken_out", by=by, subject=tie.person)
    tie.delete()
