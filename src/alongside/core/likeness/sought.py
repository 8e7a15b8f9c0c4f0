"""What somebody typed to find a person, taken apart."""

import re
from dataclasses import dataclass
from functools import cached_property

from alongside.core.likeness.normal import PHONES, phone_of, reference_of, words_of
from alongside.core.partial_date import PartialDate

DAY_FIRST = re.compile(r"\b(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\b")
YEAR_FIRST = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
REFERENCE = re.compile(r"\b(?=[^\s]*\d)(?=[^\s]*[^\W\d_])[^\s,;]{3,}")
POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2})\b", re.IGNORECASE)
MOST_WORDS = 12
LONGEST = 200  # characters


@dataclass(frozen=True)
class Sought:
    """words: names, or parts of an address. born: days or years as they were typed. numbers: of telephones. marks: references."""

    words: tuple[str, ...] = ()
    born: tuple[PartialDate, ...] = ()
    numbers: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()

    @cached_property
    def turned(self) -> tuple[PartialDate, ...]:
        """The same days with day and month the other way round, where a calendar has them."""
        return tuple(other for one in self.born if (other := turned_round(one)) is not None)

    @property
    def is_nothing(self) -> bool:
        return not (self.words or self.born or self.numbers or self.marks)


def turned_round(born: PartialDate) -> PartialDate | None:
    year, month, day = born.parts
    if month is None or day is None or month == day or day > 12:
        return None
    return PartialDate.from_parts(year, day, month)


def read(text: str, *, born: PartialDate | None = None, phone: str = "") -> Sought:
    """Take apart one line of anything: names, an address, a day of birth, a number, a reference. Never raises.

    born and phone: given in fields of their own.
    """
    rest = text[:LONGEST].replace("\0", " ")
    days = [born] if born else []
    rest, found = _days_in(rest)
    numbers = [number for one in PHONES.findall(rest) if (number := phone_of(one))]
    rest = PHONES.sub(lambda found: " " if phone_of(found.group()) else found.group(), rest)
    numbers += [number] if (number := phone_of(phone)) else []
    marks = [mark for one in REFERENCE.findall(rest) if (mark := reference_of(one))]
    whole = reference_of(rest)
    marks += [whole] if any(one.isdigit() for one in whole) and whole not in marks else []  # "hub 00012" is typed too
    rest = POSTCODE.sub(r"\1\2", rest)
    words = dict.fromkeys(words_of(rest))
    return Sought(tuple(words)[:MOST_WORDS], tuple([*days, *found][:2]), tuple(numbers[:3]), tuple(marks[:3]))


def _days_in(text: str) -> tuple[str, list[PartialDate]]:
    """The text without its days, and the days. One that no calendar has stays in the text."""
    days: list[PartialDate] = []

    def take(year: str, month: str, day: str, whole: str) -> str:
        for one, other in ((month, day), (day, month)):
            try:
                days.append(PartialDate.from_parts(int(year), int(one), int(other)))
            except ValueError:
                continue
            return " "
        return whole

    text = DAY_FIRST.sub(lambda found: take(found[3], found[2], found[1], found[0]), text)
    return YEAR_FIRST.sub(lambda found: take(found[1], found[2], found[3], found[0]), text), days
