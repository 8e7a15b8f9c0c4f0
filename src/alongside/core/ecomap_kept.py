"""An ecomap drawn by hand: each stands where it was put, around the person in the middle."""

from collections.abc import Sequence
from dataclasses import replace

from alongside.core import ecomap
from alongside.core.ecomap import CLEAR, MARGIN, TIP, WIDTH, Box, Layout, Line, PlacedTie, Tie
from alongside.core.places import Place, Wanted, box_round, edge_of, settle, toward

ROOM = 112.0  # for a label
MIDDLE: Place = (0.0, 0.0)


def draw(name: str, ties: Sequence[Tie]) -> Layout:
    """As `ecomap.lay_out`; where any tie was put somewhere, by hand: the person at (0, 0), and no line goes round anything.

    Ties that nobody put anywhere keep to where the ring would have them, or as near to it as there is room.
    """
    ring = ecomap.lay_out(name, ties)
    if all(tie.at is None for tie in ties):
        return ring
    labels = {tie.id: ecomap.label_of(tie, ROOM, len(ties) <= ecomap.AIRY) for tie in ties}
    wanted = [
        Wanted(one.tie.id, labels[one.tie.id].width, labels[one.tie.id].height, one.tie.at or _on_ring(one, ring), one.tie.at is not None)
        for one in ring.ties
    ]
    places = settle(wanted, [box_round(MIDDLE, 2 * ring.radius, 2 * ring.radius, CLEAR)])
    placed = tuple(_placed(one.tie, labels[one.tie.id], places[one.tie.id], ring.radius) for one in ring.ties)
    return _round_all(ring, placed)


def _on_ring(one: PlacedTie, ring: Layout) -> Place:
    return (one.box.left + one.box.right) / 2 - ring.cx, (one.box.top + one.box.bottom) / 2 - ring.cy


def _placed(tie: Tie, label: ecomap.Label, at: Place, radius: float) -> PlacedTie:
    box = box_round(at, label.width, label.height)
    begin = toward(MIDDLE, at, radius + CLEAR + (TIP if tie.flow in {"from_them", "both"} else 0))
    end = edge_of(at, label.width, label.height, MIDDLE, CLEAR + (TIP if tie.flow in {"to_them", "both"} else 0))
    return PlacedTie(tie, at[0], "middle", ecomap.lettered(label, box.top), box, *begin, *end)


def _round_all(ring: Layout, placed: tuple[PlacedTie, ...]) -> Layout:
    """The paper is as large as what is on it, and never narrower than a phone's card."""
    me = box_round(MIDDLE, 2 * ring.radius, 2 * ring.radius)
    boxes: list[Box] = [me, *(one.box for one in placed)]
    left, right = min(box.left for box in boxes) - MARGIN, max(box.right for box in boxes) + MARGIN
    top, bottom = min(box.top for box in boxes) - MARGIN, max(box.bottom for box in boxes) + MARGIN
    spare = max(0.0, WIDTH - (right - left)) / 2
    lines = tuple(Line(line.text, line.y - ring.cy, line.small) for line in ring.name_lines)
    size = {"width": right - left + 2 * spare, "height": bottom - top, "left": left - spare, "top": top}
    return replace(ring, cx=0.0, cy=0.0, name_lines=lines, ties=placed, **size)
