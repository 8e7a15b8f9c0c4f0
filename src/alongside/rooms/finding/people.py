"""Finding people among those the gate shows: candidates by their keys, in the gate's own query; then in order, with reasons."""

from datetime import date
from typing import Any, NamedTuple

from django.db.models import Case, Count, Max, Value, When

from alongside.core.likeness.alike import Likeness, Reason, alike
from alongside.core.likeness.keys import key, keys_for
from alongside.core.likeness.known import Known
from alongside.core.likeness.sought import Sought
from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.journeys.models import Journey
from alongside.rooms.journeys.models.journey import last_talked_on
from alongside.rooms.people.gate import Apart, gate
from alongside.rooms.people.models import FindingKey

CANDIDATES = 200  # looked at for one search, those who share most keys first
HELD = ("called", "full_name", "born", "phone", "reach", "address", "postcode", "somewhere_safe")


class Hit(NamedTuple):
    """Someone who may be meant. standing, last: as `Journey.objects...for_listing()` has them."""

    ref: str
    called: str
    standing: str
    last: date | None
    reasons: tuple[Reason, ...]


def find_people(*, sought: Sought, viewer: Viewer, most: int = CANDIDATES) -> list[Hit]:
    """Those the viewer may see who may be meant, the most alike first. One query; a second where anyone shares a key.

    Work is bounded by CANDIDATES, whatever the number of people.
    """
    shared = _who_share_keys(sought, viewer)
    if not shared:
        return []
    found: dict[int, tuple[Likeness, Hit]] = {}
    journeys = Journey.objects.visible_to(viewer).filter(person__in=shared, returned_as=None).order_by("pk")
    columns: tuple[Any, ...] = ("person", "person__ref", "standing", last_talked_on("pk"), *(f"person__{field}" for field in HELD))
    for person, ref, standing, last, *held in journeys.values_list(*columns):
        known = _known(held, sought.marks if shared[person] else ())
        if likeness := alike(sought, known):
            found[person] = likeness, Hit(ref, known.called, standing, last, likeness.reasons)
    ranked = sorted(found.values(), key=lambda one: (-one[0].score, one[1].called))
    return [hit for _likeness, hit in ranked[:most]]


def _who_share_keys(sought: Sought, viewer: Viewer) -> dict[int, int]:
    """Numbers of people, each with whether one of their references was typed (1 or 0)."""
    marked = Case(When(key__in=[key("mark", mark) for mark in sought.marks], then=Value(1)), default=Value(0))
    sharing = FindingKey.objects.filter(key__in=sorted(keys_for(sought))).annotate(whose=Apart("person_id"))
    rows = sharing.filter(gate(viewer, "person", "whose"))  # key by key: else SQLite asks for each key of everyone in the team
    shared: Any = rows.values("person").annotate(shared=Count("pk"), marked=Max(marked)).order_by("-shared", "person")
    return {person: by_mark for person, _shared, by_mark in shared.values_list("person", "shared", "marked")[:CANDIDATES]}


def _known(held: list[Any], references: tuple[str, ...]) -> Known:
    called, full_name, born, phone, reach, address, postcode, somewhere_safe = held
    return Known(called, full_name, born, (phone, reach), "" if somewhere_safe else f"{address} {postcode}", references)
