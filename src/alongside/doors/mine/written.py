"""What is written about the person, by whom, when, with their own view beside it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from alongside.core.passages import Passage
from alongside.rooms.accounts.models import Account
from alongside.rooms.journeys.models import Action, Cause, CheckIn, Conversation, Journey, Matter
from alongside.rooms.people.models import LifeEvent, Tie
from alongside.rooms.sharing.at_the_door import at_the_door, words_at_the_door
from alongside.rooms.sharing.guests import Guest
from alongside.rooms.sharing.models import Agreement, Disagreement, LifePicture, Telling

TEXTS: dict[str, type[models.Model]] = {  # how a text is named in an address
    "matter": Matter,
    "talk": Conversation,
    "cause": Cause,
    "event": LifeEvent,
    "agreed": Action,
    "doing": CheckIn,
    "around": Tie,
    "met": Journey,
    "told": Telling,
    "shared": Agreement,
    "picture": LifePicture,
}
NEWEST = 20


@dataclass
class Written:
    """One text. whose: whose view it is, where that is not plain. differently: the person's own words beside it."""

    key: str
    pk: int
    passages: list[Passage]
    by: str
    on: date | None
    whose: str = ""
    differently: list[Disagreement] = field(default_factory=list)


def who_wrote(by: Account | None) -> str:
    return by.called if by else _("you")


def named_differently(guest: Guest) -> dict[tuple[str, int], list[Disagreement]]:
    """What they see differently, by the label and number of the row it stands beside."""
    found = defaultdict(list)
    for one in at_the_door(guest, Disagreement):
        found[(one.label, one.row)].append(one)
    return found


def with_differences(guest: Guest, texts: Iterable[Written]) -> list[Written]:
    beside = named_differently(guest)
    listed = list(texts)
    for one in listed:
        one.differently = beside.get((TEXTS[one.key]._meta.label_lower, one.pk), [])
    return listed


def _plain(text: str, *, theirs: bool = False) -> list[Passage]:
    return [Passage(one, theirs) for one in text.splitlines() if one.strip()]


def talks(guest: Guest, *, every: bool = False) -> tuple[list[Written], bool]:
    """The newest, or every one; and whether there are older ones."""
    rows = at_the_door(guest, Conversation).select_related("by").prefetch_related("about_others").order_by("-held_on", "-pk")
    found = list(rows if every else rows[: NEWEST + 1])
    shown = found if every else found[:NEWEST]
    return [Written("talk", one.pk, words_at_the_door(one), who_wrote(one.by), one.held_on) for one in shown], len(found) > len(shown)


def others(guest: Guest) -> list[tuple[str, list[Written]]]:
    """Everything else that is written, in the order of the page; what holds nothing is left out."""
    found = [
        (_("How we met"), [_met(one) for one in at_the_door(guest, Journey).exclude(met_words="").select_related("by")]),
        (_("What matters to you"), [_matter(one) for one in at_the_door(guest, Matter).select_related("by")]),
        (_("The people around you"), [_tie(one) for one in at_the_door(guest, Tie).select_related("by")]),
        (_("What lies behind it"), [_cause(one) for one in at_the_door(guest, Cause).select_related("by")]),
        (_("Your life so far"), [_event(one) for one in at_the_door(guest, LifeEvent).select_related("by").order_by("when", "pk")]),
    ]
    return [(title, rows) for title, rows in found if rows]


def _met(one: Journey) -> Written:
    return Written("met", one.pk, _plain(one.met_words, theirs=not one.met_from_elsewhere), who_wrote(one.by), localdate(one.at))


def _matter(one: Matter) -> Written:
    theirs = one.whose == Matter.Whose.THEIRS and not one.from_elsewhere
    whose = _("your words") if theirs else _("our words")
    if one.no_longer_on:
        whose = _("%(whose)s, not so important now") % {"whose": whose}
    return Written("matter", one.pk, _plain(one.words, theirs=theirs), who_wrote(one.by), one.said_on, whose)


def _cause(one: Cause) -> Written:
    views = {Cause.SeenBy.THEIRS: _("how you see it"), Cause.SeenBy.OURS: _("how we see it"), Cause.SeenBy.TOGETHER: _("seen together")}
    return Written("cause", one.pk, _plain(one.what), who_wrote(one.by), localdate(one.at), views[Cause.SeenBy(one.seen_by)])


def _tie(one: Tie) -> Written:
    said = ", ".join(filter(None, (one.name, one.relation)))
    return Written("around", one.pk, _plain(said), who_wrote(one.by), localdate(one.at), str(one.get_strength_display()))


def _event(one: LifeEvent) -> Written:
    when = str(one.when)
    return Written("event", one.pk, _plain(f"{when}: {one.what}"), who_wrote(one.by), localdate(one.at))


def text_of(guest: Guest, key: str, pk: int) -> Any:
    """The row behind an address, where it stands on the page; else nothing."""
    model = TEXTS.get(key)
    return at_the_door(guest, model).filter(pk=pk).first() if model else None


def passages_of(row: Any) -> list[Passage]:
    """What stands on the page of a text."""
    if isinstance(row, Conversation):
        return words_at_the_door(row)
    return _plain(
        next(str(getattr(row, name)) for name in ("met_words", "because", "what_for", "what", "words", "name") if hasattr(row, name))
    )
