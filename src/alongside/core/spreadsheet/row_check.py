"""What can be wrong with one row, taken by itself."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from alongside.core.partial_date import PartialDate
from alongside.core.spreadsheet.places import BY_KEY, DATE_PLACES
from alongside.core.spreadsheet.written_date import DateError, DayOrder, parse_date

LONGEST_LIFE_YEARS = 120
EMAIL = re.compile(r"[^@\s,;:<>()\"]+@[^@\s,;:<>()\".]+(?:\.[^@\s,;:<>()\".]+)+")

Values = Mapping[str, str]  # place to cleaned text


@dataclass(frozen=True)
class Problem:
    """place: the key of the place whose column is at fault."""

    place: str
    wrong: str
    do: str


@dataclass(frozen=True)
class RowCheck:
    """The rules for one row.

    today: the local calendar day. known_leads: e-mail addresses in small letters; None where they are not known.
    """

    order: DayOrder
    today: date
    known_leads: frozenset[str] | None

    def problems(self, values: Values) -> Iterator[Problem]:
        for rule in (self.no_name, self.bad_dates, self.bad_email, self.unknown_lead, self.too_long):
            yield from rule(values)

    def read_date(self, text: str) -> PartialDate | None:
        """None for an empty cell and for what is no date, which `problems` names."""
        try:
            return parse_date(text, self.order) if text else None
        except DateError:
            return None

    def no_name(self, values: Values) -> Iterator[Problem]:
        if not values.get("called") and not values.get("full_name"):
            place = "called" if "called" in values else "full_name"
            yield Problem(place, "there is no name", "write what they are called; 'not yet known' will do")

    def bad_dates(self, values: Values) -> Iterator[Problem]:
        for place in DATE_PLACES:
            text = values.get(place)
            if text:
                try:
                    yield from self.unlikely_date(place, parse_date(text, self.order))
                except DateError as error:
                    yield Problem(place, error.wrong, error.do)

    def unlikely_date(self, place: str, day: PartialDate) -> Iterator[Problem]:
        if day.earliest > self.today:
            yield Problem(place, f"{day} is in the future", "correct the date, or leave the cell empty")
        elif place == "born" and self.too_long_ago(day):
            yield Problem(place, f"a birth over {LONGEST_LIFE_YEARS} years ago", "correct the year, or leave the cell empty")

    def too_long_ago(self, day: PartialDate) -> bool:
        """Certainly over the longest life, whatever day of a year or month it means."""
        latest, today = day.latest, self.today
        return (latest.year + LONGEST_LIFE_YEARS, latest.month, latest.day) < (today.year, today.month, today.day)

    def bad_email(self, values: Values) -> Iterator[Problem]:
        if values.get("email") and not EMAIL.fullmatch(values["email"]):
            yield Problem("email", "there is no e-mail address here", "correct it, or leave the cell empty")

    def unknown_lead(self, values: Values) -> Iterator[Problem]:
        lead = values.get("lead_email")
        if not lead:
            return
        if not EMAIL.fullmatch(lead):
            yield Problem("lead_email", "there is no e-mail address here", "write the address the lead signs in with")
        elif self.known_leads is not None and lead.casefold() not in self.known_leads:
            yield Problem("lead_email", "nobody in the team signs in with that address", "correct it, or add them to the team first")

    def too_long(self, values: Values) -> Iterator[Problem]:
        for key, text in values.items():
            most = BY_KEY[key].most
            if len(text) > most:
                yield Problem(key, f"there are {len(text):,} characters where {most:,} fit", "shorten it")
