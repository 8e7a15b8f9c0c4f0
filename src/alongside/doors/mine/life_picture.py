"""A life picture as it is drawn: a path for each area, where they are on it now, and where they were. Never one number."""

from typing import NamedTuple

from alongside.rooms.sharing.models import LifeArea, LifePicture

LEFT, STEP = 20, 75  # units of the drawing, which is 340 wide
TOP, ROW = 44, 62


class Path(NamedTuple):
    """before: where they were in the picture that lies under it; None where that had no such area. y: of the line."""

    name: str
    y: int
    now: int
    now_said: str
    before: int | None
    before_said: str


def paths(picture: LifePicture, under: LifePicture | None) -> list[Path]:
    """Both with their areas prefetched. An area is the same where it has the same name, however it is capitalised."""
    was = {area.name.casefold(): area for area in under.areas.all()} if under else {}
    drawn = []
    for at, area in enumerate(picture.areas.all()):
        before = was.get(area.name.casefold())
        drawn.append(
            Path(area.name, TOP + at * ROW, _x(area), _said(area), _x(before) if before else None, _said(before) if before else "")
        )
    return drawn


def height(drawn: list[Path]) -> int:
    return TOP + len(drawn) * ROW


def _x(area: LifeArea) -> int:
    return LEFT + area.place * STEP


def _said(area: LifeArea) -> str:
    return str(LifeArea.Place(area.place).label)
