from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.errors import PersonError
from alongside.rooms.people.models import KeptMap, Person


@transaction.atomic
def keep_map(*, person: Person, kind: KeptMap.Kind, content: dict[str, Any], on: date, by: Account, word: str = "") -> KeptMap:
    """Keep a map as it stands on that day. Nothing is drawn: nothing is kept, and a PersonError says so.

    content: the rows that stand on it, as the page shows them: what is kept off is not among them.
    """
    if not content.get("things"):
        raise PersonError(_("Nothing is on the map yet."))
    kept = KeptMap.objects.create(person=person, kind=kind, content=content, drawn_on=on, word=word.strip(), by=by)
    write_entry(act="people.map_kept", by=by, subject=person)
    return kept
