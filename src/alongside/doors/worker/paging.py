"""A page of a long list, without counting the list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class ListPage:
    """number: from 1. has_more: whether a page follows."""

    rows: Sequence[Any]
    number: int
    has_more: bool

    @property
    def before(self) -> int:
        return self.number - 1


def list_page(rows: Any, asked: str | None, size: int) -> ListPage:
    """One query for one row more than the page holds. What is no page number is the first page."""
    number = int(asked) if asked and asked.isdecimal() and 0 < int(asked[:9]) < 10**6 else 1
    found = list(rows[(number - 1) * size : number * size + 1])
    return ListPage(found[:size], number, len(found) > size)
