"""The ways of the arrows between boxes in two columns: never beneath a box that is not theirs.

An arrow to a lower row goes straight where nothing stands between; else it leaves by the side and runs
down or up a gutter beside the boxes. Gutters: 0 left of all, 1 between the columns, 2 right of all.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import copysign

from alongside.core.cause_rows import Grid
from alongside.core.circles import Edge

LANE = 8.0  # between two arrows side by side
STUB = 18.0  # between a box and the nearest lane: room for an arrow head
CORNER = 9.0
BARE = 6.0  # an outer gutter that no arrow runs in
BETWEEN = 24.0  # the least between two columns
TIP = 2.0  # an arrow ends this short of its box
NUDGE = 4.0  # keeps arrows of two boxes in one row, which face each other, apart
OUT_DOWN, IN_DOWN, OUT_UP, IN_UP = 0.8, 0.2, 0.4, 0.6  # where on a box's side, as a share of its height


@dataclass(frozen=True)
class BoxAt:
    """row_height: of the tallest box in the row, all of which begin at the same y."""

    x: float
    y: float
    width: float
    height: float
    row_height: float


@dataclass(frozen=True)
class Route:
    """path: SVG path data. back: leads up, and so closes a circle. on_circle: lies on one."""

    cause: str
    effect: str
    path: str
    back: bool
    on_circle: bool


def gutters(grid: Grid, leads: Sequence[Edge]) -> tuple[float, float, float]:
    """How wide the three gutters must be."""
    lanes = _lanes(grid, leads)
    used = [max((lane + 1 for (gutter, _, _), lane in lanes.items() if gutter == side), default=0) for side in (0, 1, 2)]
    left, between, right = (STUB + LANE * count for count in used)
    return left if used[0] else BARE, between + STUB - LANE if used[1] else BETWEEN, right if used[2] else BARE


def _gutter(edge: Edge, grid: Grid) -> int | None:
    """None for an arrow that goes straight."""
    (top, start), (foot, end) = grid.cell[edge[0]], grid.cell[edge[1]]
    if edge in grid.back:
        return (2 if grid.columns == 1 or start == 1 else 0) if start == end else 1
    taken = set(grid.cell.values())
    if all((row, end) not in taken for row in range(top + 1, foot)):
        return None
    return 0 if grid.columns == 1 else 1


def _lanes(grid: Grid, leads: Sequence[Edge]) -> dict[tuple[int, str, bool], int]:
    """A lane for each gutter, effect and direction: arrows to one effect share it, others beside it do not."""
    spans: dict[tuple[int, str, bool], list[int]] = defaultdict(list)
    for edge in leads:
        gutter = _gutter(edge, grid)
        if gutter is not None:
            spans[gutter, edge[1], edge in grid.back].extend(grid.cell[end][0] for end in edge)
    taken: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    lanes = {}
    for key, rows in sorted(spans.items(), key=lambda item: (max(item[1]) - min(item[1]), min(item[1]), item[0])):
        low, high = min(rows), max(rows)
        lane = 0
        while any(low <= last and first <= high for first, last in taken[key[0], lane]):
            lane += 1
        taken[key[0], lane].append((low, high))
        lanes[key] = lane
    return lanes


def routes(boxes: dict[str, BoxAt], grid: Grid, leads: Sequence[Edge], on_circle: Collection[Edge]) -> tuple[Route, ...]:
    lanes = _lanes(grid, leads)
    left = min((box.x for box in boxes.values()), default=0.0)
    inner = min((box.x + box.width for box in boxes.values()), default=0.0)
    right = max((box.x + box.width for box in boxes.values()), default=0.0)
    found = []
    for edge in leads:
        gutter, back = _gutter(edge, grid), edge in grid.back
        cause, effect = boxes[edge[0]], boxes[edge[1]]
        if gutter is None:
            path = _straight(cause, effect)
        else:
            lane = lanes[gutter, edge[1], back]
            x = (left - STUB - LANE * lane, inner + STUB + LANE * lane, right + STUB + LANE * lane)[gutter]
            path = _around(cause, effect, x, back)
        found.append(Route(*edge, path, back, edge in on_circle))
    return tuple(found)


def _straight(cause: BoxAt, effect: BoxAt) -> str:
    x1, y1 = cause.x + cause.width / 2, cause.y + cause.height
    x2, y2 = effect.x + effect.width / 2, effect.y - TIP
    if x1 == x2:
        return f"M{x1:g} {y1:g}V{y2:g}"
    foot = cause.y + cause.row_height
    turn = min(foot + 26, y2 - 4)
    return f"M{x1:g} {y1:g}V{foot:g}C{x1:g} {foot + 18:g} {x2:g} {foot + 4:g} {x2:g} {turn:g}V{y2:g}"


def _around(cause: BoxAt, effect: BoxAt, x: float, back: bool) -> str:
    """Out by the side that faces the lane at x, along it, and in by the side that faces it."""
    x1, x2 = _side(cause, x), _side(effect, x)
    y1 = cause.y + cause.height * (OUT_UP if back else OUT_DOWN) - (NUDGE if x < cause.x else 0)
    y2 = effect.y + effect.height * (IN_UP if back else IN_DOWN) + (NUDGE if x < effect.x else 0)
    out, into, along = copysign(CORNER, x - x1), copysign(CORNER, x2 - x), copysign(CORNER, y2 - y1)
    tip = x2 - copysign(TIP, into)
    return f"M{x1:g} {y1:g}H{x - out:g}Q{x:g} {y1:g} {x:g} {y1 + along:g}V{y2 - along:g}Q{x:g} {y2:g} {x + into:g} {y2:g}H{tip:g}"


def _side(box: BoxAt, x: float) -> float:
    return box.x if x < box.x else box.x + box.width
