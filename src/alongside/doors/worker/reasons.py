"""Why somebody was found, in words."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _

from alongside.core.likeness.alike import Because, Reason
from alongside.doors.worker.rows import person_rows
from alongside.rooms.finding.people import Hit


class HitRow(NamedTuple):
    address: str
    called: str
    why: str
    more: str


def hit_rows(hits: Iterable[Hit]) -> list[HitRow]:
    """Those who may be meant, each with why."""
    found = list(hits)
    rows = person_rows((hit.ref, hit.called, hit.standing, hit.last) for hit in found)
    return [HitRow(row.address, row.called, why(hit.reasons), row.more) for row, hit in zip(rows, found, strict=True)]


def why(reasons: Iterable[Reason]) -> str:
    """One sentence of all the reasons, the strongest first, none twice."""
    said = list(dict.fromkeys(_in_words(reason) for reason in reasons))
    sentence = "; ".join(said)
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""


def _in_words(reason: Reason) -> str:
    typed, held = (f"{word[:1].upper()}{word[1:]}" for word in (reason.typed, reason.held))
    sentences = {
        Because.SAME_NAME: _("the same name"),
        Because.SHORT_FOR: _("%(typed)s is often short for %(held)s"),
        Because.CALLED: _("%(held)s is often short for %(typed)s"),
        Because.ONE_NAME: _("%(typed)s and %(held)s are often short for one name"),
        Because.SOUNDS: _("sounds like %(held)s"),
        Because.SLIP: _("written almost like %(held)s"),
        Because.BEGINS: _("%(held)s begins with %(typed)s"),
        Because.ADDRESS: _("part of the address"),
        Because.NUMBER: _("the same number"),
        Because.MARK: _("our reference"),
        Because.BORN: _("born that day"),
        Because.TURNED: _("born that day, with day and month the other way round"),
        Because.YEAR: _("born that year"),
    }
    return sentences[reason.because] % {"typed": typed, "held": held}
