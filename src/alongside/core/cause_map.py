"""Where what lies behind a problem stands in a drawing: boxes, and arrows for what leads to what."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.core.cause_routes import BoxAt, Route, gutters, routes
from alongside.core.cause_rows import Grid, arrange
from alongside.core.circles import Edge, circles
from alongside.core.lettering import in_reading_order, wrap

SEEN_BY = ("theirs", "ours", "together")

# Units of the drawing: at 390 px a card shows 360 of them in about 322 px.
WIDTH = 360.0
TEXT_SIZE, TEXT_LINE = 14.0, 17.0
NOTE_LINE = 15.0  # "how we met", "eased": one smaller line under the words
BOX_WIDTH = {1: 190.0, 2: 150.0}  # by columns
PADDING = 9.0
ROW_GAP = 32.0
MARGIN = 4.0


@dataclass(frozen=True)
class Cause:
    """One thing that lies behind it. met: how we met, the problem that was brought. at: where its middle was put."""

    id: str
    text: str
    seen_by: str = "theirs"
    eased: bool = False
    met: bool = False
    at: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        if self.seen_by not in SEEN_BY:
            raise ValueError(f"A cause is seen by one of {SEEN_BY}, not {self.seen_by!r}.")


@dataclass(frozen=True)
class PlacedCause:
    """A box; text_ys are baselines, note_y that of the note (None without one), middle where text is centred."""

    cause: Cause
    at: BoxAt
    lines: tuple[tuple[str, float], ...]
    note_y: float | None
    on_circle: bool

    @property
    def middle(self) -> float:
        return self.at.x + self.at.width / 2


@dataclass(frozen=True)
class Layout:
    """circles: ids in order, each leading to the next and the last to the first. left, top: of the paper."""

    width: float
    height: float
    causes: tuple[PlacedCause, ...]
    leads: tuple[Route, ...]
    circles: tuple[tuple[str, ...], ...]
    left: float = 0.0
    top: float = 0.0


def lay_out(causes: Sequence[Cause], leads: Sequence[Edge]) -> Layout:
    """Every cause and every lead once, causes above what they lead to; no two boxes overlap.

    360 units wide; wider only where many long arrows run side by side.

    Raises ValueError when two causes share an id, a lead is given twice, joins what is not there, or
    leads from a cause to itself.
    """
    _refuse(causes, leads)
    ids = [cause.id for cause in causes]
    grid = arrange(ids, leads)
    rings = circles(ids, leads)
    on_circle = {edge for ring in rings for edge in zip(ring, ring[1:] + ring[:1], strict=True)}
    words = {cause.id: words_of(cause, BOX_WIDTH[grid.columns]) for cause in causes}
    boxes, width, height = _boxes(causes, words, grid, leads)
    round_ = {end for edge in on_circle for end in edge}
    drawn = tuple(placed(cause, boxes[cause.id], words[cause.id], on_circle=cause.id in round_) for cause in causes)
    return Layout(width, height, drawn, routes(boxes, grid, leads, on_circle), tuple(map(tuple, rings)))


def _refuse(causes: Sequence[Cause], leads: Sequence[Edge]) -> None:
    ids = {cause.id for cause in causes}
    if len(ids) < len(causes) or len(set(leads)) < len(leads):
        raise ValueError("Two causes have the same id, or a lead is given twice.")
    for cause, effect in leads:
        if cause == effect or not {cause, effect} <= ids:
            raise ValueError(f"{cause!r} cannot lead to {effect!r}: both must be there, and not the same.")


def words_of(cause: Cause, box: float) -> tuple[str, ...]:
    lines = wrap(cause.text, size=TEXT_SIZE, width=box - 2 * PADDING, lines=3) or ("?",)
    return in_reading_order(lines, cause.text)


def tall(cause: Cause, words: tuple[str, ...]) -> float:
    return 2 * PADDING + TEXT_LINE * len(words) + (NOTE_LINE if cause.eased or cause.met else 0)


def _boxes(
    causes: Sequence[Cause], words: dict[str, tuple[str, ...]], grid: Grid, leads: Sequence[Edge]
) -> tuple[dict[str, BoxAt], float, float]:
    """The boxes, and how wide and high the drawing is."""
    box = BOX_WIDTH[grid.columns]
    left, between, right = gutters(grid, leads)
    needed = left + right + box * grid.columns + (between if grid.columns == 2 else 0)
    spare = max(0.0, WIDTH - needed) / 2
    xs = (left + spare, left + spare + box + between)
    rows: dict[int, float] = {}
    for cause in causes:
        row = grid.cell[cause.id][0]
        rows[row] = max(rows.get(row, 0.0), tall(cause, words[cause.id]))
    tops, y = {}, MARGIN
    for row in sorted(rows):
        tops[row] = y
        y += rows[row] + ROW_GAP
    boxes = {}
    for cause in causes:
        row, column = grid.cell[cause.id]
        boxes[cause.id] = BoxAt(xs[column], tops[row], box, tall(cause, words[cause.id]), rows[row])
    return boxes, max(WIDTH, needed), max(y - ROW_GAP, MARGIN) + MARGIN


def placed(cause: Cause, at: BoxAt, words: tuple[str, ...], *, on_circle: bool) -> PlacedCause:
    first = at.y + PADDING + TEXT_LINE - 4
    lines = tuple((text, first + TEXT_LINE * index) for index, text in enumerate(words))
    note = at.y + at.height - PADDING - 2 if cause.eased or cause.met else None
    return PlacedCause(cause, at, lines, note, on_circle)
