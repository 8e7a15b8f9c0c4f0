"""Where the people in someone's life stand around them in a drawing (an ecomap; Hartman 1978)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin, sqrt
from typing import Literal

from alongside.core.lettering import in_reading_order, width_of, wrap

STRENGTHS = ("strong", "ordinary", "strained", "broken", "wished")
FLOWS = ("none", "to_them", "from_them", "both")

# Units of the drawing: at 390 px a card shows 360 of them in about 322 px.
WIDTH = 360.0
NAME_SIZE, NAME_LINE = 14.0, 17.0
SMALL_SIZE, SMALL_LINE = 12.0, 15.0
RADIUS, WIDEST = 32.0, 42.0  # of the person's own circle
REACH = 86.0  # how far the ties reach sideways
CIRCLE_SIZES, CIRCLE_EDGE = (14.0, 12.0, 11.0), 3.0
TIP = 8.0  # a line with an arrow head ends this much earlier
CLEAR = 5.0  # between a line and what it touches
MARGIN = 4.0
APART = 9.0  # between two labels
BOLD = 1.06  # how much wider bold letters are
AIRY = 12  # with more ties than this, relations are left to the list
SIDE_ROOM = WIDTH / 2 - REACH - CLEAR - MARGIN
TOP_ROOM = 200.0


@dataclass(frozen=True)
class Tie:
    """Someone in a person's life. flow: which way help goes, seen from the person. at: where it was put, from the person's middle."""

    id: str
    name: str
    relation: str = ""
    strength: str = "ordinary"
    flow: str = "none"
    at: tuple[float, float] | None = None

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
    """left, top: of the paper, where the middle of the person stands at (cx, cy)."""

    width: float
    height: float
    cx: float
    cy: float
    radius: float
    name_size: float
    name_lines: tuple[Line, ...]
    ties: tuple[PlacedTie, ...]
    left: float = 0.0
    top: float = 0.0


@dataclass(frozen=True)
class Label:
    tie: Tie
    lines: tuple[tuple[str, bool], ...]  # text, small

    @property
    def height(self) -> float:
        return sum(SMALL_LINE if small else NAME_LINE for _, small in self.lines)

    @property
    def width(self) -> float:
        return max(width_of(text, SMALL_SIZE if small else NAME_SIZE) for text, small in self.lines)


@dataclass(frozen=True)
class _Slot:
    """x, y: where the line meets the label, from the centre. left, top: of the label."""

    label: Label
    x: float
    y: float
    left: float
    top: float


def lay_out(name: str, ties: Sequence[Tie]) -> Layout:
    """Everyone once, on one ring that grows taller as there are more of them; its width never changes.

    The first stands at the top, the rest follow clockwise. No label overlaps another or the centre, and
    no line runs through the label of another: labels lie outside a convex curve, lines inside it.

    Raises ValueError when two ties have one id.
    """
    if len({tie.id for tie in ties}) < len(ties):
        raise ValueError("Two ties have the same id.")
    top, right, bottom, left = _sides(ties)
    reach = max(RADIUS + 66.0, _needed(right), _needed(left))
    cy = MARGIN + reach + CLEAR + sum(label.height for label in top)
    height = cy + reach + CLEAR + sum(label.height for label in bottom) + MARGIN if ties else 2 * cy
    ring = [
        *(_above_or_below(label, cy, -reach) for label in top),
        *_column(right, cy, reach, 1),
        *(_above_or_below(label, cy, reach) for label in bottom),
        *reversed(_column(left[::-1], cy, reach, -1)),
    ]
    radius, size = _circle(name, len(ties))
    placed = tuple(_with_line(slot, index / len(ties), cy, radius, len(ties) > AIRY) for index, slot in enumerate(ring))
    return Layout(WIDTH, height, WIDTH / 2, cy, radius, size, _name_in_circle(name, cy, radius, size), placed)


def _sides(ties: Sequence[Tie]) -> tuple[list[Label], list[Label], list[Label], list[Label]]:
    """Labels at the top, right, bottom and left, clockwise: the sides hold the same number."""
    side = (len(ties) - 1) // 2
    airy = len(ties) <= AIRY
    has_bottom = len(ties) % 2 == 0 and len(ties) > 0
    tops, rights, rest = ties[:1], ties[1 : 1 + side], ties[1 + side :]
    bottoms, lefts = (rest[:1], rest[1:]) if has_bottom else ([], rest)
    return (
        [label_of(tie, TOP_ROOM, airy) for tie in tops],
        [label_of(tie, SIDE_ROOM, airy) for tie in rights],
        [label_of(tie, TOP_ROOM, airy) for tie in bottoms],
        [label_of(tie, SIDE_ROOM, airy) for tie in lefts],
    )


def label_of(tie: Tie, room: float, airy: bool) -> Label:
    name = wrap(tie.name, size=NAME_SIZE, width=room, lines=2) or ("?",)
    relation = wrap(tie.relation, size=SMALL_SIZE, width=room, lines=1) if airy else ()
    named = [(line, False) for line in in_reading_order(name, tie.name)]
    return Label(tie, (*named, *((line, True) for line in in_reading_order(relation, tie.relation))))


def _needed(column: list[Label]) -> float:
    """How far up and down the ring must reach for the column to fit, and the first to clear the top."""
    return (sum(label.height for label in column) + APART * (len(column) + 1)) / 2 + APART


def _column(column: list[Label], cy: float, reach: float, side: Literal[1, -1]) -> list[_Slot]:
    """Labels from top to bottom down one side of the ring, the slack shared out between them."""
    slack = (2 * reach - sum(label.height for label in column)) / (len(column) + 1)
    slots, y = [], -reach
    for label in column:
        y += slack + label.height / 2
        x = REACH * sqrt(max(0.0, 1 - (y / reach) ** 2)) * side
        left = WIDTH / 2 + x + CLEAR * side - (label.width if side < 0 else 0)
        slots.append(_Slot(label, x, y, left, cy + y - label.height / 2))
        y += label.height / 2
    return slots


def _above_or_below(label: Label, cy: float, y: float) -> _Slot:
    top = cy + y - CLEAR - label.height if y < 0 else cy + y + CLEAR
    return _Slot(label, 0, y, WIDTH / 2 - label.width / 2, top)


def _with_line(slot: _Slot, turn: float, cy: float, radius: float, spread: bool) -> PlacedTie:
    """turn: how far round the circle it is, 0-1. spread: lines begin evenly round the circle, lest many crowd."""
    label, out = slot.label, radius + CLEAR
    far = hypot(slot.x, slot.y)
    x1, y1 = (out * sin(2 * pi * turn), -out * cos(2 * pi * turn)) if spread else (slot.x / far * out, slot.y / far * out)
    long = hypot(slot.x - x1, slot.y - y1)
    across, down = (slot.x - x1) / long, (slot.y - y1) / long
    begin = TIP if label.tie.flow in {"from_them", "both"} else 0.0
    end = long - (TIP if label.tie.flow in {"to_them", "both"} else 0.0)
    cx = WIDTH / 2 + x1
    line = (cx + across * begin, cy + y1 + down * begin, cx + across * end, cy + y1 + down * end)
    box = Box(slot.left, slot.top, slot.left + label.width, slot.top + label.height)
    anchor: Literal["start", "middle", "end"] = "middle" if slot.x == 0 else "start" if slot.x > 0 else "end"
    at = {"middle": WIDTH / 2, "start": box.left, "end": box.right}[anchor]
    return PlacedTie(label.tie, at, anchor, lettered(label, slot.top), box, *line)


def lettered(label: Label, foot: float) -> tuple[Line, ...]:
    lines = []
    for text, small in label.lines:
        foot += SMALL_LINE if small else NAME_LINE
        lines.append(Line(text, foot - 4, small))
    return tuple(lines)


def _circle(name: str, people: int) -> tuple[float, float]:
    """Radius, and size of the name in it: larger for many ties and for a long word, whose letters are smaller."""
    longest = max(name.split(), key=len, default="")
    needed = width_of(longest, NAME_SIZE * BOLD) / 2 + CIRCLE_EDGE
    radius = WIDEST if people > 2 * AIRY else min(WIDEST, max(RADIUS, needed))
    fitting = (size for size in CIRCLE_SIZES if width_of(longest, size * BOLD) <= 2 * (radius - CIRCLE_EDGE))
    return radius, next(fitting, CIRCLE_SIZES[-1])


def _name_in_circle(name: str, cy: float, radius: float, size: float) -> tuple[Line, ...]:
    wrapped = wrap(name, size=size * BOLD, width=2 * (radius - CIRCLE_EDGE), lines=2)
    first = cy + size / 3 - NAME_LINE * (len(wrapped) - 1) / 2
    lines = in_reading_order(wrapped, name)
    return tuple(Line(text, first + NAME_LINE * index, False) for index, text in enumerate(lines))
