"""Which sign stands between the cells, judged from the whole file."""

import csv
import io
from collections import Counter

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}


def judge_delimiter(text: str) -> str:
    """The delimiter that gives the most rows as many cells as the header; of equals the one that gives more cells.

    Signs inside quotes are not counted. A file of one column is read as comma.
    """
    return max(DELIMITERS, key=lambda delimiter: evenness(text, delimiter))


def evenness(text: str, delimiter: str) -> tuple[float, int]:
    """The share of rows as wide as the first, and that width; (0, 0) where the first is one cell."""
    widths = row_widths(text, delimiter)
    if not widths or widths[0] < 2:
        return 0.0, 0
    return Counter(widths)[widths[0]] / len(widths), widths[0]


def row_widths(text: str, delimiter: str) -> list[int]:
    """How many cells each row has, up to a row that cannot be read: what is wrong there is said by the reading."""
    widths = []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if cells:
                widths.append(len(cells))
    except csv.Error:
        pass
    return widths
