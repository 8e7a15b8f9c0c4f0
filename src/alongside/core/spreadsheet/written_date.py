"""A date as people write it in a cell."""

import re
from enum import StrEnum

from alongside.core.partial_date import MONTHS, PartialDate


class DayOrder(StrEnum):
    """How the dates of a file that are written in figures, with the year last, are read."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    NOT_NEEDED = "no date that needs it"
    AMBIGUOUS = "either"


class DateError(ValueError):
    """No date can be made of the text. Repeats the text only where it is figures and the name of a month."""

    def __init__(self, wrong: str, do: str) -> None:
        self.wrong = wrong
        self.do = do
        super().__init__(f"{wrong}; {do}")


WAYS = "write it as 1985, 1985-01, 1985-01-19 or 19 January 1985"
MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
MONTH_NUMBERS |= {name[:3]: number for name, number in MONTH_NUMBERS.items()} | {"sept": 9}
MONTH_NAME = "(?P<name>" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + r")\.?"
YEAR = r"(?P<year>\d{4})"
ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"

ABOUT = r"(?:(?:c|ca|circa|about|around|approx|approximately)\.? ?|~ ?)?"
FIGURES = re.compile(rf"(?P<first>\d{{1,2}})(?P<sep>[/.-])(?P<second>\d{{1,2}})(?P=sep){YEAR}", re.ASCII)
PLAIN = [
    re.compile(pattern, re.ASCII | re.IGNORECASE)
    for pattern in (
        rf"{ABOUT}{YEAR}",
        rf"{YEAR}(?P<sep>[/.-])(?P<month>\d{{1,2}})(?:(?P=sep)(?P<day>\d{{1,2}}))?",
        rf"(?P<month>\d{{1,2}})[/.-]{YEAR}",
        rf"(?:{ORDINAL}(?: of)?[ -]?)?{MONTH_NAME},?[ -]?{YEAR}",
        rf"{MONTH_NAME} {ORDINAL},? {YEAR}",
    )
]
CLOCK = re.compile(r"[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$", re.ASCII)
SHORT_YEAR = re.compile(r"(?:\d{1,2}[/.-]\d{1,2}[/.-]|(?:\d{1,2}[ -])?[a-z]{3,9}[ -]|')\d{2}", re.ASCII | re.IGNORECASE)
DAY_NUMBER = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)


def parse_date(text: str, order: DayOrder) -> PartialDate:
    """The date that a cell means, as exact as it says and no more: "c. 1985" is the year.

    A time of day after it is passed over. `order` settles figures with the year last; one that reads the same either
    way, or can only be read one way, needs none.

    Raises DateError, and nothing else: for a day in no calendar, a year of two digits, figures that `order` does not
    settle, and what is no date.
    """
    written = CLOCK.sub("", " ".join(text.split()))
    figures = FIGURES.fullmatch(written)
    if figures:
        month, day = settle(figures, order)
        return make(written, int(figures["year"]), month, day)
    for pattern in PLAIN:
        found = pattern.fullmatch(written)
        if found:
            return make(written, *read_parts(found.groupdict()))
    raise unreadable(written)


def read_parts(found: dict[str, str]) -> tuple[int, int | None, int | None]:
    name, month, day = found.get("name"), found.get("month"), found.get("day")
    number = MONTH_NUMBERS[name.lower()] if name else int(month) if month else None
    return int(found["year"]), number, int(day) if day else None


def settle(figures: re.Match[str], order: DayOrder) -> tuple[int, int]:
    """The month and the day."""
    first, second = int(figures["first"]), int(figures["second"])
    if order is DayOrder.MONTH_FIRST:
        return first, second
    if order is DayOrder.DAY_FIRST or first == second or first > 12:
        return second, first
    if second > 12:
        return first, second
    raise DateError(f"{figures[0]} could be one of two days", "say whether the file writes the day first or the month first")


def make(written: str, year: int, month: int | None, day: int | None) -> PartialDate:
    impossible = DateError(f"{written} is not a day in any calendar", "correct it, or write only the year")
    if 0 in (month, day):
        raise impossible
    try:
        return PartialDate.from_parts(year, month, day)
    except ValueError:
        raise impossible from None


def unreadable(written: str) -> DateError:
    if SHORT_YEAR.fullmatch(written):
        return DateError("a year of two digits could be in either of two centuries", "write the year with four digits")
    if DAY_NUMBER.fullmatch(written):
        return DateError("this is the number a spreadsheet keeps for a day, not a date", "format the column as dates and save it again")
    return DateError("this is not a date that can be read", WAYS)
