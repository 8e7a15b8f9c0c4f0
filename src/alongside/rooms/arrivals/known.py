"""Who of a spreadsheet is with the team already, and whose row is no longer what it was."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q

from alongside.core.spreadsheet.arriving_row import SAID, ArrivingRow
from alongside.rooms.people.models import Identifier
from alongside.rooms.teams.models import Team


@dataclass(frozen=True)
class Compared:
    """new: in the order of the file. known: how many came in before just as they stand. changed: the lines of those who did not."""

    new: tuple[ArrivingRow, ...]
    known: int
    changed: tuple[int, ...]


def row_issuer(team: Team) -> str:
    return f"{team.ref} row"


def mark_of(row: ArrivingRow) -> str:
    """What a row said when it came in, as a keyed digest.

    Keyed, because an address that was later taken out must not be found again by trying addresses. The journal's key is the one
    key of an installation that never changes; the label keeps this use of it apart.
    """
    said = "\x1f".join(f"{place}={_plain(getattr(row, place))}" for place in SAID)
    return hmac.new(settings.JOURNAL_KEY.encode(), b"arrivals.row\x1f" + said.encode(), hashlib.sha256).hexdigest()[:48]


def _plain(value: object) -> str:
    return "" if value is None else str(getattr(value, "text", value))


def compare(team: Team, rows: Sequence[ArrivingRow]) -> Compared:
    """Look each row up among the people of this team who have landed. Writes nothing; two queries, whatever the length.

    By reference where the row has one, in small or capital letters; else by all fields. "All fields" are those of the row that
    came in, not the person as they are now: each person brought in keeps a mark of their row, so the same file adds nobody
    after a worker has changed a phone number or taken an address out. A row whose reference is known and whose mark is not the
    person's has changed: its line is told, and nothing of theirs is touched.
    """
    people_of = _people_by(team.ref)
    marked = _people_by(row_issuer(team))
    new, changed, known = [], [], 0
    for row in rows:
        person = people_of.get(row.reference.casefold()) if row.reference else None
        came_as = marked.get(mark_of(row))
        if came_as is not None and person in (None, came_as):
            known += 1
        elif person is not None:
            changed.append(row.line)
        else:
            new.append(row)
    return Compared(tuple(new), known, tuple(changed))


def _people_by(issuer: str) -> dict[str, int]:
    landed = Q(person__arrival=None) | Q(person__arrival__landed_at__isnull=False)
    found = Identifier.objects.filter(landed, issuer=issuer).values_list("value", "person_id")
    return {value.casefold(): person for value, person in found}
