"""What a write-up says that could stand in a line of its own: a day to come, a name already on the map, a wish. Offered, never forced.

English only: in another language nothing is recognised, and nothing is lost.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from alongside.core.passages import passages

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "1": 1, "2": 2, "3": 3, "4": 4}
WEEKDAY = re.compile(rf"\b(?:by|on|before|next|this|until)\s+({'|'.join(WEEKDAYS)})\b", re.I)
DAY_MONTH = re.compile(
    rf"\b(?:by|on|before|until)\s+(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?:of\s+)?({'|'.join(MONTHS)}))?\b(?![:.]\d)", re.I
)
TOMORROW = re.compile(r"\btomorrow\b", re.I)
IN_WEEKS = re.compile(rf"\b(?:in|within)\s+({'|'.join(NUMBERS)})\s+(days?|weeks?)\b", re.I)
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
WISH = re.compile(r"\b(i want|i’d like|i'd like|i would like|i wish|i just want|matters to me|i miss)\b", re.I)
LONGEST = 300


class Offer(NamedTuple):
    """kind: agreed, matter or who. text: as it was written. due_on: for something agreed, the day it names."""

    kind: str
    text: str
    due_on: date | None = None


def day_named(sentence: str, held_on: date) -> date | None:
    """The day to come that a sentence names, counted from the day of the conversation; None where it names none.

    A weekday is the next one after that day; a day of the month the next one with that number.
    """
    if found := WEEKDAY.search(sentence):
        ahead = (WEEKDAYS.index(found[1].lower()) - held_on.weekday() - 1) % 7 + 1
        return held_on + timedelta(days=ahead)
    if TOMORROW.search(sentence):
        return held_on + timedelta(days=1)
    if found := IN_WEEKS.search(sentence):
        return held_on + timedelta(days=NUMBERS[found[1].lower()] * (7 if found[2].lower().startswith("week") else 1))
    if found := DAY_MONTH.search(sentence):
        return _next(int(found[1]), MONTHS.index(found[2].lower()) + 1 if found[2] else None, held_on)
    return None


def offers(words: str, held_on: date, names: Iterable[str]) -> list[Offer]:
    """What could be drawn out of these words, in their order: wishes in their own words, things with a day, names on the map."""
    found = []
    for passage in passages(words):
        if passage.theirs and WISH.search(passage.text):
            found.append(Offer("matter", passage.text))
        elif not passage.theirs:
            sentences = [one.strip() for one in SENTENCE.split(passage.text)]
            found += [Offer("agreed", one[:LONGEST].rstrip("."), day) for one in sentences if (day := day_named(one, held_on))]
    found += [Offer("who", name) for name in _named(words, names)]
    return list(dict.fromkeys(found))


def _named(words: str, names: Iterable[str]) -> list[str]:
    """Those of the names that are said. "Jade, 9" is called Jade; a name is said with its own capital letter."""
    called = dict.fromkeys(name.split(",")[0].strip() for name in names)
    return [name for name in called if name[:1].isupper() and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)]


def _next(day: int, month: int | None, after: date) -> date | None:
    """The first such day after another, within a year; None where no calendar has it."""
    for ahead in range(1, 367):
        one = after + timedelta(days=ahead)
        if one.day == day and month in (None, one.month):
            return one
    return None
