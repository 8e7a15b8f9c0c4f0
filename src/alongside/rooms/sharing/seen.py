"""What was opened under which ground, from the journal: for the page that says what has been seen already."""

from datetime import datetime
from typing import Any

from django.db.models import Max

from alongside.rooms.journal.acts import subject_of
from alongside.rooms.journal.models import Entry
from alongside.rooms.people.models import Person

SHARED = "shared"  # the ground of openings that an agreement or a duty allowed


def last_opened_by(person: Person) -> dict[int, datetime]:
    """When each account last opened what is shared of this person, by the account's number. One query."""
    opened: Any = (
        Entry.objects.filter(subject=subject_of(person), kind=Entry.Kind.READ, ground=SHARED).values("by").annotate(last=Max("at"))
    )
    return dict(opened.values_list("by", "last"))
