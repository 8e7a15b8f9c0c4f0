"""Where the people in someone's life stand around them in a drawing (an ecomap; Hartman 1978)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, sqrt
from typing import Literal

from alongside.core.lettering import in_reading_order, width_of, wrap

STRENGTHS = ("strong", "ordinary", "strained", "broken", "wished")
FLOWS = ("none", "to_them", "from_them", "both")

# Units of the drawing: at 390 px a card shows 360 of them in about 322 px.
WIDTH = 360.0
NAME_SIZE, NAME_LINE = 14.0, 17.0
SMALL_SIZE, SMALL_LINE = 12.0, 15.0
RADIUS = 32.0  # of the person's own circle
REACH = 86.0  # how far the ties reach sideways
CLEAR = 5.0  # between a line and what it touches
MARGIN = 4.0
APART = 9.0  # between two labels
AIRY = 12  # with more ties than this, relations are left to the list
SIDE_ROOM = WIDTH / 2 - REACH - CLEAR - MARGIN
TOP_ROOM = 200.0


@dataclass(frozen=True)
class Tie:
    """Someone in a person's life. flow: which way help goes, seen from the person."""

    id: str
    name: str
    relation: str = ""
    strength: str = "ordinary"
    flow: str = "none"

    def __post_init__(self) -> None:
        if self.strength not in STRENGTHS or self.flow not in FLOWS:
            raise ValueError(f"A tie is one of {STRENGTHS} with flow one of {FLOWS}, not {self.strength!r}, {self.flow!r}.")


@dataclass(frozen=True)
class Line:
    """One line of lettering; y is its baseline."""

    text: str
    y: float
    small: bool


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True)
class PlacedTie:
    """A tie in the drawing: its line runs from the person's circle (x1, y1) to the label (x2, y2)."""

    tie: Tie
    x: float
    anchor: Literal["start", "middle", "end"]
    lines: tuple[Line, ...]
    box: Box
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Layout:
    width: float
    height: float
    cx: float
    cy: float
    radius: float
    name_lines: tuple[Line, ...]
    ties: tuple[PlacedTie, ...]


@dataclass(frozen=True)
class _Label:
    tie: Tie
    lines: tuple[tuple[str, bool], ...]  # text, small

    @property
    def height(self) -> float:
        return sum(SMALL_LINE if small else NAME_LINE for _, small in self.lines)

    @property
    def width(self) -> float:
        return max(width_of(text, SMALL_SIZE if small else NAME_SIZE) for text, small in self.lines)


def lay_out(name: str, ties: Sequence[Tie]) -> Layout:
    """Everyone once, on one ring that grows taller as there are more of them; its width never changes.

    The first stands at the top, the rest follow clockwise. No label overlaps another or the centre, and
    no line runs through a label: labels lie outside a convex curve, lines inside it.

    Raises ValueError when two ties have one id.
    """
    if len({tie.id for tie in ties}) < len(ties):
        raise ValueError("Two ties have the same id.")
    top, right, bottom, left = _sides(ties)
    reach = max(RADIUS + 62.0, _needed(right), _needed(left))
    cy = MARGIN + reach + CLEAR + sum(label.height for label in top)
    height = cy + reach + CLEAR + sum(label.height for label in bottom) + MARGIN if ties else 2 * cy
    placed = [
        *(_above_or_below(label, cy, -reach) for label in top),
        *_column(right, cy, reach, 1),
        *(_above_or_below(label, cy, reach) for label in bottom),
        *reversed(_column(left[::-1], cy, reach, -1)),
    ]
    return Layout(WIDTH, height, WIDTH / 2, cy, RADIUS, _name_in_circle(name, cy), tuple(placed))


def _sides(ties: Sequence[Tie]) -> tuple[list[_Label], list[_Label], list[_Label], list[_Label]]:
    """Labels at the top, right, bottom and left, clockwise: the sides hold the same number."""
    side = (len(ties) - 1) // 2
    airy = len(ties) <= AIRY
    has_bottom = len(ties) % 2 == 0 and len(ties) > 0
    tops, rights, rest = ties[:1], ties[1 : 1 + side], ties[1 + side :]
    bottoms, lefts = (rest[:1], rest[1:]) if has_bottom else ([], rest)
    return (
        [_label(tie, TOP_ROOM, airy) for tie in tops],
        [_label(tie, SIDE_ROOM, airy) for tie in rights],
        [_label(tie, TOP_ROOM, airy) for tie in bottoms],
        [_label(tie, SIDE_ROOM, airy) for tie in lefts],
    )


def _label(tie: Tie, room: float, airy: bool) -> _Label:
    name = wrap(tie.name, size=NAME_SIZE, width=room, lines=2) or ("?",)
    relation = wrap(tie.relation, size=SMALL_SIZE, width=room, lines=1) if airy else ()
    named = [(line, False) for line in in_reading_order(name, tie.name)]
    return _Label(tie, (*named, *((line, True) for line in in_reading_order(relation, tie.relation))))


def _needed(column: list[_Label]) -> float:
    """How far up and down the ring must reach for the column to fit, and the first to clear the top."""
    return (sum(label.height for label in column) + APART * (len(column) + 1)) / 2 + APART


def _column(column: list[_Label], cy: float, reach: float, side: Literal[1, -1]) -> list[PlacedTie]:
    """Labels from top to bottom down one side of the ring, the slack shared out between them."""
    slack = (2 * reach - sum(label.height for label in column)) / (len(column) + 1)
    placed, y = [], -reach
    for label in column:
        y += slack + label.height / 2
        x = REACH * sqrt(max(0.0, 1 - (y / reach) ** 2)) * side
        left = WIDTH / 2 + x + CLEAR * side - (label.width if side < 0 else 0)
        placed.append(_placed(label, x, y, cy, left, cy + y - label.height / 2))
        y += label.height / 2
    return placed


def _above_or_below(label: _Label, cy: float, y: float) -> PlacedTie:
    top = cy + y - CLEAR - label.height if y < 0 else cy + y + CLEAR
    return _placed(label, 0, y, cy, WIDTH / 2 - label.width / 2, top)


def _placed(label: _Label, x: float, y: float, cy: float, left: float, top: float) -> PlacedTie:
    """x, y: where the line ends, from the centre. left, top: of the label."""
    box = Box(left, top, left + label.width, top + label.height)
    anchor: Literal["start", "middle", "end"] = "middle" if x == 0 else "start" if x > 0 else "end"
    at = {"middle": WIDTH / 2, "start": box.left, "end": box.right}[anchor]
    begin = (RADIUS + CLEAR) / hypot(x, y)
    lines, foot = [], top
    for text, small in label.lines:
        foot += SMALL_LINE if small else NAME_LINE
        lines.append(Line(text, foot - 4, small))
    middle = WIDTH / 2
    return PlacedTie(label.tie, at, anchor, tuple(lines), box, middle + x * begin, cy + y * begin, middle + x, cy + y)


def _name_in_circle(name: str, cy: float) -> tuple[Line, ...]:
    lines = in_reading_order(wrap(name, size=NAME_SIZE, width=2 * RADIUS - 8, lines=2), name)
    first = cy + 5 - NAME_LINE * (len(lines) - 1) / 2
    return tuple(Line(text, first + NAME_LINE * index, False) for index, text in enumerate(lines))
