"""Whether a file writes the day or the month first, judged from all its dates."""

from collections.abc import Iterable

from alongside.core.spreadsheet.fault import refusal
from alongside.core.spreadsheet.written_date import CLOCK, FIGURES, DayOrder

STATE_IT = "say --day-first or --month-first"

LinedCell = tuple[int, str]  # the line it stands on, and its text


def judge_day_order(cells: Iterable[LinedCell], *, name: str) -> DayOrder:
    """What all the date cells of a file, taken together, say of its order. May be AMBIGUOUS.

    Raises SpreadsheetError where one cell can only be day first and another only month first, naming both lines.
    """
    first_lines: dict[DayOrder, int] = {}
    for line, text in cells:
        first_lines.setdefault(order_of(text), line)
    day, month = first_lines.get(DayOrder.DAY_FIRST), first_lines.get(DayOrder.MONTH_FIRST)
    if day and month:
        wrong = f"the date on line {day} can only be day first, and the date on line {month} only month first"
        raise refusal(name, wrong, f"correct one of them, or {STATE_IT}", line=max(day, month))
    orders = (DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST, DayOrder.AMBIGUOUS)
    return next((order for order in orders if order in first_lines), DayOrder.NOT_NEEDED)


def settle_day_order(cells: Iterable[LinedCell], *, name: str, stated: DayOrder | None = None) -> DayOrder:
    """The order to read the file by: as stated, else as judged.

    What is stated holds against the evidence; the dates that then cannot be are faults of their rows.

    Raises SpreadsheetError where the evidence contradicts itself or settles nothing, and nothing is stated.
    """
    if stated is not None:
        return stated
    kept = list(cells)
    order = judge_day_order(kept, name=name)
    if order is DayOrder.AMBIGUOUS:
        line = next(line for line, text in kept if order_of(text) is order)
        raise refusal(name, "no date in the file shows whether the day or the month stands first", STATE_IT, line=line)
    return order


def order_of(text: str) -> DayOrder:
    """What one cell shows of the order. A cell that is no date, or can be neither, shows nothing."""
    figures = FIGURES.fullmatch(CLOCK.sub("", " ".join(text.split())))
    if not figures:
        return DayOrder.NOT_NEEDED
    first, second = int(figures["first"]), int(figures["second"])
    if 0 in (first, second) or first == second or max(first, second) > 31 or min(first, second) > 12:
        return DayOrder.NOT_NEEDED
    if first > 12:
        return DayOrder.DAY_FIRST
    return DayOrder.MONTH_FIRST if second > 12 else DayOrder.AMBIGUOUS
