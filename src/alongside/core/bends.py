"""How far an arrow between two boxes bows to one side, so that it runs beneath no third."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from alongside.core.circles import Edge
from alongside.core.ecomap import Box
from alongside.core.places import Place, box_round, edge_of

BOWS = (0.0, 44.0, -44.0, 88.0, -88.0, 140.0, -140.0, 200.0, -200.0, 290.0, -290.0, 400.0, -400.0)
PAIR = 30.0  # two arrows between the same two, one each way: each keeps to its own side
SAMPLES = 12
TIP = 2.0


@dataclass(frozen=True)
class Boxed:
    at: Place
    width: float
    height: float

    def box(self, clear: float = 0.0) -> Box:
        return box_round(self.at, self.width, self.height, clear)


def bends(boxes: Mapping[str, Boxed], leads: Collection[Edge]) -> dict[Edge, float]:
    """For each lead how far its control point stands beside the middle of the way, to the right of one who walks it.

    The least that clears every other box; where none does, the one that runs least beneath them.
    """
    there = set(leads)
    return {edge: _bend(edge, boxes, (edge[1], edge[0]) in there) for edge in leads}


def _bend(edge: Edge, boxes: Mapping[str, Boxed], paired: bool) -> float:
    start, end = boxes[edge[0]].at, boxes[edge[1]].at
    others = [one.box(2.0) for name, one in boxes.items() if name not in edge]
    bows = [PAIR + abs(bow) for bow in BOWS[::2]] if paired else BOWS
    met = {}
    for bow in bows:
        met[bow] = _met(start, control(start, end, bow), end, others)
        if not met[bow]:
            return bow
    return min(met, key=lambda bow: (met[bow], abs(bow)))


def control(start: Place, end: Place, bend: float) -> Place:
    """The control point of the curve."""
    across, down = end[0] - start[0], end[1] - start[1]
    long = hypot(across, down) or 1.0
    return (start[0] + end[0]) / 2 - down / long * bend, (start[1] + end[1]) / 2 + across / long * bend


def _met(start: Place, by: Place, end: Place, boxes: Sequence[Box]) -> int:
    points = []
    for step in range(1, SAMPLES):
        share = step / SAMPLES
        one, two, three = (1 - share) ** 2, 2 * share * (1 - share), share**2
        points.append((one * start[0] + two * by[0] + three * end[0], one * start[1] + two * by[1] + three * end[1]))
    span = Box(min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points))
    near = [box for box in boxes if _touches(span, box)]
    return sum(box.left < x < box.right and box.top < y < box.bottom for box in near for x, y in points)


def _touches(span: Box, box: Box) -> bool:
    across = span.left <= box.right and box.left <= span.right
    return across and span.top <= box.bottom and box.top <= span.bottom


def path(cause: Boxed, effect: Boxed, bend: float) -> str:
    """SVG path data from the edge of one box to the edge of the other."""
    by = control(cause.at, effect.at, bend)
    begin = edge_of(cause.at, cause.width, cause.height, by)
    end = edge_of(effect.at, effect.width, effect.height, by, TIP)
    if not bend:
        return f"M{begin[0]:.1f} {begin[1]:.1f}L{end[0]:.1f} {end[1]:.1f}"
    return f"M{begin[0]:.1f} {begin[1]:.1f}Q{by[0]:.1f} {by[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
