"""Where somebody says the columns go: a map file, or the choices on the page."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence

from alongside.core.spreadsheet.fault import WHOLE_FILE, Fault, SpreadsheetError, refusal
from alongside.core.spreadsheet.heading import propose, why_refused
from alongside.core.spreadsheet.places import BY_KEY, LEAVE_BEHIND

CHOICES = f"use one of {', '.join(BY_KEY)}, or {LEAVE_BEHIND!r}"


def read_map(toml_text: str, header: Sequence[str], *, name: str) -> dict[str, str]:
    """What a map file says of the columns: `[columns]`, then `"Known as" = "called"`, `"Risk" = "leave behind"`.

    name: the map file's name, for its faults; each names its key as the column.

    Raises SpreadsheetError with every fault.
    """
    try:
        stated = tomllib.loads(toml_text)
    except tomllib.TOMLDecodeError as error:
        raise refusal(name, f"this is not TOML: {error}", 'write lines such as "Known as" = "called"') from None
    columns = stated.pop("columns", None)
    if stated or not isinstance(columns, dict):
        raise refusal(name, "a map has one part, [columns]", "put every line under [columns]", column=next(iter(stated), ""))
    return check_map(columns, header, name=name)


def check_map(stated: Mapping[str, object], header: Sequence[str], *, name: str) -> dict[str, str]:
    """The stated choices, each a place's key or "leave behind". Raises SpreadsheetError with every fault."""
    chosen = {column: place_named(value) for column, value in stated.items()}
    faults = [Fault(name, WHOLE_FILE, column, *fault) for column, fault in faults_in(chosen, header)]
    if faults:
        raise SpreadsheetError(faults)
    return {column: place for column, place in chosen.items() if place is not None}


def settle_places(header: Sequence[str], stated: Mapping[str, str] | None = None) -> dict[str, str]:
    """The place of every column: as stated, else as proposed. A place that was stated for one is proposed to no other.

    stated: from `read_map` or `check_map`.
    """
    stated = stated or {}
    proposed = propose([column for column in header if column not in stated])
    free = {column: LEAVE_BEHIND if place in stated.values() else place for column, place in proposed.items()}
    return {column: stated.get(column) or free[column] for column in header}


def place_named(value: object) -> str | None:
    """The key of a place, or "leave behind"; None for anything else. Capitals, and spaces for underscores, do not matter."""
    words = " ".join(value.casefold().split()) if isinstance(value, str) else ""
    if words == LEAVE_BEHIND:
        return LEAVE_BEHIND
    return BY_KEY[key].key if (key := words.replace(" ", "_")) in BY_KEY else None


def faults_in(chosen: Mapping[str, str | None], header: Sequence[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    takers: dict[str, str] = {}
    for column, place in chosen.items():
        fault = fault_of(column, place, header)
        if fault is None and place in takers:
            fault = (f"{takers[place]} has the place {place} already", f"leave one of the two behind: {LEAVE_BEHIND!r}")
        if fault:
            yield column, fault
        elif place and place != LEAVE_BEHIND:
            takers[place] = column


def fault_of(column: str, place: str | None, header: Sequence[str]) -> tuple[str, str] | None:
    if column not in header:
        return "the file has no column of that name", "write it as the first row of the file does"
    if place is None:
        return "that is no place", CHOICES
    refused = why_refused(column) if place != LEAVE_BEHIND else None
    return (refused, f"write {LEAVE_BEHIND!r}") if refused else None
