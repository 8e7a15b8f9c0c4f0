"""Two people change the same thing: what each of them changed stands, and where both changed the same, someone chooses."""

from collections.abc import Iterable, Mapping
from typing import Any

Stood = Mapping[str, str]  # field by field, how it stood when the page was opened, as `written` has it


class ChangedMeanwhile(Exception):
    """Somebody else saved first, and not the same. fields: those that both changed; row: as it stands now."""

    def __init__(self, fields: list[str], row: Any) -> None:
        super().__init__(", ".join(fields))
        self.fields = fields
        self.row = row


def written(value: Any) -> str:
    """A value as text: the same text is the same value, whichever way a browser ends its lines."""
    if value is None:
        return ""
    return str(getattr(value, "pk", value)).replace("\r\n", "\n").strip()


def as_it_stands(row: Any, fields: Iterable[str]) -> dict[str, str]:
    """How these fields of a row stand now. Another row is given by its number, and not read."""
    return {field: written(getattr(row, f"{field}_id" if hasattr(row, f"{field}_id") else field)) for field in fields}


def mine_to_change(row: Any, known: Mapping[str, Any], stood: Stood | None) -> dict[str, Any]:
    """Of what is to be saved, what the writer changed; what they left as they found it stays as it stands now.

    row: locked by the caller. stood: None where nobody had a page before them; then all of it is theirs to change.

    Raises ChangedMeanwhile where another changed the same field otherwise since the page was opened.
    """
    if stood is None:
        return dict(known)
    now = as_it_stands(row, known)
    mine = {field: value for field, value in known.items() if written(value) != stood.get(field, now[field])}
    both = [field for field, value in mine.items() if now[field] not in (stood.get(field, now[field]), written(value))]
    if both:
        raise ChangedMeanwhile(both, row)
    return mine
