"""Where check-ins stand on a small line of how in control someone feels over time."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.core.lettering import width_of

WIDTH, HEIGHT = 300.0, 84.0
LEFT, RIGHT = 12.0, 288.0
TOP, FOOT = 20.0, 58.0  # of scores 10 and 0
MARK = 64.0  # where those without a score stand
DATES = 80.0  # baseline of the first and the last day
SIZE = 13.0
HIGHEST = 10
FEW = 9  # scores that may all be written
ABOVE = -8.0  # of a label over its point


@dataclass(frozen=True)
class CheckIn:
    """day: any count of days (a proleptic ordinal). score: 0-10, None where they gave no number."""

    day: int
    score: int | None
    expects_more: bool = False

    def __post_init__(self) -> None:
        if self.score is not None and not 0 <= self.score <= HIGHEST:
            raise ValueError(f"A score is from 0 to {HIGHEST}, not {self.score}.")


@dataclass(frozen=True)
class Point:
    """A check-in at x, y. label: its score, or nothing where there is no room or no score."""

    checkin: CheckIn
    x: float
    y: float
    label: str
    label_y: float


@dataclass(frozen=True)
class Layout:
    """line: SVG points of the scores joined in time order, empty for fewer than two."""

    width: float
    height: float
    points: tuple[Point, ...]
    line: str


def lay_out(checkins: Sequence[CheckIn]) -> Layout:
    """Every check-in once, in time order (as given within a day); x by date, y by score on the whole 0-10.

    One day alone stands in the middle. Labels never overlap; of many, the last, the first, the highest
    and the lowest are written.
    """
    ordered = sorted(checkins, key=lambda checkin: checkin.day)
    xs = _across([checkin.day for checkin in ordered])
    ys = [MARK if checkin.score is None else FOOT - (FOOT - TOP) * checkin.score / HIGHEST for checkin in ordered]
    scored = [index for index, checkin in enumerate(ordered) if checkin.score is not None]
    shown = _labelled(xs, ys, scored)
    points = tuple(
        Point(checkin, x, y, str(checkin.score) if index in shown else "", y + ABOVE)
        for index, (checkin, x, y) in enumerate(zip(ordered, xs, ys, strict=True))
    )
    line = " ".join(f"{xs[index]:g},{ys[index]:g}" for index in scored) if len(scored) > 1 else ""
    return Layout(WIDTH, HEIGHT, points, line)


def _across(days: list[int]) -> list[float]:
    if not days or days[0] == days[-1]:
        return [(LEFT + RIGHT) / 2] * len(days)
    return [round(LEFT + (RIGHT - LEFT) * (day - days[0]) / (days[-1] - days[0]), 2) for day in days]


def _labelled(xs: list[float], ys: list[float], scored: list[int]) -> set[int]:
    """Those whose labels have room, by x alone: a steep line must not run through a number either."""
    room = width_of("10", SIZE) + 2
    high_to_low = sorted(scored, key=ys.__getitem__)
    telling = [*scored[-1:], *scored[:1], *high_to_low[:1], *high_to_low[-1:]]
    shown: list[int] = []
    for index in telling if len(scored) > FEW else [*telling, *scored]:
        if all(abs(xs[index] - xs[other]) >= room for other in shown):
            shown.append(index)
    return set(shown)
