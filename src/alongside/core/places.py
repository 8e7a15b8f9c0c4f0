"""Places on a map drawn by hand: what was put somewhere stays there, the rest finds room."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from alongside.core.ecomap import Box

Place = tuple[float, float]  # the middle of it, in units of the drawing

STEP, TURNS, RINGS = 22.0, 12, 90  # how far out room is looked for
APART = 6.0


@dataclass(frozen=True)
class Wanted:
    """Where the middle of a box should stand. kept: somebody put it there, and there it stays."""

    id: str
    width: float
    height: float
    at: Place
    kept: bool


def box_round(at: Place, width: float, height: float, clear: float = 0.0) -> Box:
    across, down = width / 2 + clear, height / 2 + clear
    return Box(at[0] - across, at[1] - down, at[0] + across, at[1] + down)


def settle(wanted: Sequence[Wanted], taken: Sequence[Box] = ()) -> dict[str, Place]:
    """The middle of each. The kept ones exactly where they were put, even one over another: that was somebody's choice.

    Every other as near to where it would like to stand as there is room, clear of `taken` and of all before it.
    """
    places = {one.id: one.at for one in wanted if one.kept}
    boxes = [*taken, *(box_round(one.at, one.width, one.height) for one in wanted if one.kept)]
    for one in wanted:
        if not one.kept:
            places[one.id] = _free(one, boxes)
            boxes.append(box_round(places[one.id], one.width, one.height))
    return places


def _free(one: Wanted, boxes: Sequence[Box]) -> Place:
    for ring in range(RINGS):
        for turn in range(TURNS if ring else 1):
            angle = 2 * pi * turn / TURNS + pi / 2
            at = (one.at[0] + ring * STEP * cos(angle), one.at[1] + ring * STEP * sin(angle))
            box = box_round(at, one.width, one.height, APART)
            if not any(box.overlaps(other) for other in boxes):
                return at
    return one.at


def edge_of(at: Place, width: float, height: float, toward: Place, clear: float = 0.0) -> Place:
    """Where a line from the middle of a box toward a point leaves the box; the middle itself for a point within."""
    across, down = toward[0] - at[0], toward[1] - at[1]
    share = min(
        (width / 2 + clear) / abs(across) if across else float("inf"),
        (height / 2 + clear) / abs(down) if down else float("inf"),
    )
    return at if share >= 1 else (at[0] + across * share, at[1] + down * share)


def toward(start: Place, end: Place, far: float) -> Place:
    """The point `far` along the way from start to end, and no further than the end."""
    long = hypot(end[0] - start[0], end[1] - start[1])
    share = min(1.0, far / long) if long else 0.0
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
