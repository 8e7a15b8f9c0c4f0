"""Passages in which words were found, as a page shows them."""

from collections.abc import Iterable
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.core.found_passage import Piece, passage
from alongside.doors.worker.rows import written
from alongside.rooms.finding.words.search import Found


class PassageRow(NamedTuple):
    address: str
    called: str
    what: str
    iso: str
    day: str
    pieces: list[Piece]


def passage_rows(found: Iterable[Found], sought: list[str]) -> list[PassageRow]:
    kinds = {"conversation": _("A conversation"), "matter": _("What matters to them"), "action": _("Something agreed")}
    return [
        PassageRow(_address(one), one.called, kinds[one.kind], one.on.isoformat(), written(one.on, "j F Y"), passage(one.words, sought))
        for one in found
    ]


def _address(one: Found) -> str:
    """Where it stands whole."""
    if one.kind == "matter":
        return reverse("worker:matters", args=[one.ref])
    return reverse(f"worker:{one.kind}", args=[one.ref, one.pk])
