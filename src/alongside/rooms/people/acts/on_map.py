"""What maps of ties and of causes have in common: putting a thing somewhere, taking it out, putting it back.

The rooms' own acts call these, inside their transaction, and write the journal.
"""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.core.two_editors import ChangedMeanwhile, Stood, as_it_stands, mine_to_change
from alongside.rooms.accounts.models import Account
from alongside.rooms.people.errors import PersonError
from alongside.rooms.people.models.on_map import FURTHEST, OnMap

Place = tuple[int, int] | None


def on_paper(at: Place) -> Place:
    """The place itself. Raises PersonError for one off the paper."""
    if at is not None and max(map(abs, at)) > FURTHEST:
        raise PersonError(_("That is too far out. Keep it nearer the middle."))
    return at


def put_places(rows: Any, places: Mapping[int, Place], as_they_stood: Mapping[int, Stood] | None = None) -> None:
    """Where each stands on the paper; None leaves it to the drawing again.

    rows: of one person, a queryset. Numbers that are not among them are passed over: they were taken out meanwhile.

    Raises PersonError for a place off the paper, ChangedMeanwhile where somebody moved the same meanwhile.
    """
    for at in places.values():
        on_paper(at)
    stood = as_they_stood or {}
    for row in rows.select_for_update().filter(pk__in=places):
        x, y = places[row.pk] or (None, None)
        for field, value in mine_to_change(row, {"x": x, "y": y}, stood.get(row.pk)).items():
            setattr(row, field, value)
        row.save(update_fields=["x", "y"])


def take_off(row: OnMap, *, by: Account, as_it_stood: Stood | None = None) -> None:
    """Raises ChangedMeanwhile where somebody changed it since the page was opened: they may have meant it to stay."""
    _unchanged(row, as_it_stood or {})
    row.taken_out_at, row.taken_out_by = timezone.now(), by
    row.save(update_fields=["taken_out_at", "taken_out_by"])


def put_on_again(row: OnMap) -> None:
    row.taken_out_at = row.taken_out_by = None
    row.save(update_fields=["taken_out_at", "taken_out_by"])


def _unchanged(row: OnMap, stood: Stood) -> None:
    now = as_it_stands(row, stood)
    changed = [field for field, value in stood.items() if now[field] != value]
    if changed:
        raise ChangedMeanwhile(changed, row)
