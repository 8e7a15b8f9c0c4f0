"""Which parts of someone's story a viewer is shown, and on what ground."""

from datetime import date
from typing import Any, NamedTuple

from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.people.models import Person
from alongside.rooms.people.parts import Part
from alongside.rooms.sharing.models import Agreement, Telling


class Ground(NamedTuple):
    """agreed: by the person; otherwise a duty. what_for: in words. until: the last day, or None."""

    agreed: bool
    what_for: str
    until: date | None


def _agreements(person: Person, viewer: Viewer) -> Any:
    return Agreement.objects.of(person).current(viewer.on).filter(account=viewer.account)


def _tellings(person: Person, viewer: Viewer) -> Any:
    return Telling.objects.of(person).current(viewer.on).filter(account=viewer.account)


def parts_for(person: Person, viewer: Viewer) -> set[Part]:
    """Of someone whom the gate shows in part. Two queries."""
    agreed = _agreements(person, viewer).values_list("parts__part", flat=True)
    told = _tellings(person, viewer).values_list("parts__part", flat=True)
    return {Part(part) for part in [*agreed, *told] if part}


def grounds_of(person: Person, viewer: Viewer) -> list[Ground]:
    """Why anything is shown. Two queries."""
    agreed = [Ground(True, one.what_for, one.until_on) for one in _agreements(person, viewer)]
    return agreed + [Ground(False, str(one.get_ground_display()), one.until_on) for one in _tellings(person, viewer)]
