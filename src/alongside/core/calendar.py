"""Months on a calendar, as the law counts them."""

from calendar import monthrange
from datetime import date


def months_later(day: date, months: int) -> date:
    """The same day of the month so many months on; where that month is too short, its last day.

    Source: the Information Commissioner's guidance on the right of access, "How long do we have to comply?".
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
