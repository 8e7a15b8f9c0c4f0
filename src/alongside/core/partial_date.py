"""A date known to the year, the month or the day (ISO 8601 reduced precision)."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, order=True)
class PartialDate:
    """A year, perhaps a month, perhaps a day. Orders by the earliest day it can mean; the vaguer first.

    text: '1985', '1985-01' or '1985-01-19'; it sorts as text in the same order.

    Raises ValueError for anything else, and for a day that no calendar has.
    """

    text: str

    def __post_init__(self) -> None:
        if not PATTERN.fullmatch(self.text):
            raise ValueError(f"{self.text!r} is not a year, a year and month, or a day (1985, 1985-01 or 1985-01-19).")
        self.earliest  # noqa: B018 (raises where no calendar has the day)

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.isoformat())

    @classmethod
    def from_parts(cls, year: int, month: int | None = None, day: int | None = None) -> Self:
        """Raises ValueError for a day without a month, and for a day that no calendar has."""
        if day is not None and month is None:
            raise ValueError("A day needs a month.")
        parts = [f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part is not None)]
        return cls("-".join(parts))

    @property
    def parts(self) -> tuple[int, int | None, int | None]:
        found = PATTERN.fullmatch(self.text)
        assert found is not None  # noqa: S101 (held by __post_init__)
        year, month, day = found.groups()
        return int(year), int(month) if month else None, int(day) if day else None

    @property
    def earliest(self) -> date:
        """The first day it can mean."""
        year, month, day = self.parts
        return date(year, 1 if month is None else month, 1 if day is None else day)

    @property
    def latest(self) -> date:
        """The last day it can mean."""
        year, month, day = self.parts
        if day is not None:
            return self.earliest
        following = date(year + 1, 1, 1) if month in (None, 12) else date(year, (month or 1) + 1, 1)
        return date.fromordinal(following.toordinal() - 1)

    def __str__(self) -> str:
        """In words, English: '1985', 'January 1985', '19 January 1985'."""
        year, month, day = self.parts
        words = [str(day)] if day else []
        return " ".join([*words, *([MONTHS[month - 1]] if month else []), str(year)])
