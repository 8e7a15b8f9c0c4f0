"""What is wrong with a file, where, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass

WHOLE_FILE = 0  # the line of a fault that no one line holds
WHOLE_ROW = "whole row"


@dataclass(frozen=True, order=True)
class Fault:
    """One fault. Its words never repeat what a cell says of a person: faults are printed, logged and sent on.

    line: the physical line of the file, from 1, where the row or the cell begins; WHOLE_FILE for none.
    column: the column's name, WHOLE_ROW, or "" where it is not about cells.
    """

    file: str
    line: int
    column: str
    wrong: str
    do: str

    def __str__(self) -> str:
        """One line: `file:line: column: what is wrong; what to do`."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        parts = [where, *([self.column] if self.column else []), f"{self.wrong}; {self.do}"]
        return " ".join(": ".join(parts).split())


class SpreadsheetError(ValueError):
    """A file, or what was said about it, cannot be used at all. Holds the faults, at least one."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def refusal(file: str, wrong: str, do: str, *, line: int = WHOLE_FILE, column: str = "") -> SpreadsheetError:
    """The refusal of a file for one fault."""
    return SpreadsheetError([Fault(file, line, column, wrong, do)])
