"""A person in a spreadsheet, read and checked, not yet brought in."""

from dataclasses import dataclass, fields

from alongside.core.partial_date import PartialDate


@dataclass(frozen=True)
class ArrivingRow:
    """What one row says, by place. "" or None where it says nothing.

    All of it is text as it stood: markup and formulas are escaped by whoever shows it or writes it out.
    """

    line: int
    called: str
    full_name: str = ""
    born: PartialDate | None = None
    phone: str = ""
    email: str = ""
    address: str = ""
    postcode: str = ""
    reach: str = ""
    language: str = ""
    access_needs: str = ""
    matters: str = ""
    met: str = ""
    since: PartialDate | None = None
    lead_email: str = ""
    reference: str = ""

    @property
    def said(self) -> tuple[str | PartialDate | None, ...]:
        """Everything it says, in the order above, without the line: two rows that say the same are the same person."""
        return tuple(getattr(self, place) for place in SAID)


SAID = tuple(field.name for field in fields(ArrivingRow) if field.name != "line")
