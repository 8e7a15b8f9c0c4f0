"""What lies behind it, drawn by hand: each stands where it was put, and arrows bow round what is between."""

from collections.abc import Sequence
from dataclasses import replace

from alongside.core import cause_map
from alongside.core.bends import Boxed, bends, path
from alongside.core.cause_map import MARGIN, WIDTH, Cause, Layout, PlacedCause
from alongside.core.cause_routes import BoxAt, Route
from alongside.core.circles import Edge
from alongside.core.places import Wanted, box_round, settle

BOX = 150.0


def draw(causes: Sequence[Cause], leads: Sequence[Edge]) -> Layout:
    """As `cause_map.lay_out`; where any was put somewhere, by hand. What nobody put anywhere finds room near where it would stand."""
    rows = cause_map.lay_out(causes, leads)
    if all(cause.at is None for cause in causes):
        return rows
    words = {cause.id: cause_map.words_of(cause, BOX) for cause in causes}
    wanted = [_wanted(placed, cause_map.tall(placed.cause, words[placed.cause.id])) for placed in rows.causes]
    places = settle(wanted)
    boxes = {one.id: Boxed(places[one.id], one.width, one.height) for one in wanted}
    placed = tuple(
        cause_map.placed(one.cause, _at(boxes[one.cause.id]), words[one.cause.id], on_circle=one.on_circle) for one in rows.causes
    )
    bowed = bends(boxes, leads)
    routes = tuple(
        Route(*edge, path(boxes[edge[0]], boxes[edge[1]], bowed[edge]), back=False, on_circle=one.on_circle)
        for one in rows.leads
        for edge in [(one.cause, one.effect)]
    )
    return _round_all(replace(rows, causes=placed, leads=routes), [abs(bow) / 2 for bow in bowed.values()])


def boxed(layout: Layout) -> dict[str, Boxed]:
    """The boxes of a layout, by the cause's id."""
    return {
        one.cause.id: Boxed((one.at.x + one.at.width / 2, one.at.y + one.at.height / 2), one.at.width, one.at.height)
        for one in layout.causes
    }


def _wanted(placed: PlacedCause, height: float) -> Wanted:
    middle = (placed.at.x + placed.at.width / 2, placed.at.y + placed.at.height / 2)
    return Wanted(placed.cause.id, BOX, height, placed.cause.at or middle, placed.cause.at is not None)


def _at(one: Boxed) -> BoxAt:
    box = box_round(one.at, one.width, one.height)
    return BoxAt(box.left, box.top, one.width, one.height, one.height)


def _round_all(layout: Layout, bows: Sequence[float]) -> Layout:
    """The paper is as large as what is on it, room for the bows beside, and never narrower than a phone's card."""
    boxes = [placed.at for placed in layout.causes]
    beside = max(bows, default=0.0) + MARGIN
    left, right = min(box.x for box in boxes) - beside, max(box.x + box.width for box in boxes) + beside
    top, bottom = min(box.y for box in boxes) - MARGIN, max(box.y + box.height for box in boxes) + MARGIN
    spare = max(0.0, WIDTH - (right - left)) / 2
    return replace(layout, width=right - left + 2 * spare, height=bottom - top, left=left - spare, top=top)
