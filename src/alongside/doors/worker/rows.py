"""Rows of long lists, with their sentences made once in Python: five hundred of them cost a template little."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from alongside.core.passages import Passage, passages
from alongside.rooms.journeys.models import Action, Involvement, Journey


@lru_cache(maxsize=4096)
def _written(day: date, how: str, language: str) -> str:
    return date_format(day, how)


def written(day: date, how: str) -> str:
    """A day in the reader's language; `how` as Django's date formats have it. Kept, for the same days come again and again."""
    return _written(day, how, get_language() or "")


class PersonRow(NamedTuple):
    address: str
    called: str
    more: str
    last_heard_on: date | None


def person_rows(journeys: Iterable[tuple[str, str, str, date | None]]) -> list[PersonRow]:
    """The people of these, in their order. journeys: from `Journey.objects...for_listing()`."""
    page = reverse("worker:person", args=["2" * 12])
    standings = {Journey.Standing.LIGHT.value: _("Light touch.") + " ", Journey.Standing.ENDED.value: _("Ended, welcome back.") + " "}
    talked, never = _("Last talked %(day)s."), _("No conversation written up yet.")
    rows = []
    for ref, called, standing, last in journeys:
        heard = talked % {"day": written(last, "j F")} if last else never
        rows.append(PersonRow(page.replace("2" * 12, ref), called, standings.get(standing, "") + heard, last))
    return rows


def asked_in_rows(people: list[PersonRow], mine: list[tuple[Any, ...]], since: date) -> list[tuple[PersonRow, str, date]]:
    """Those of my people to whom I was asked in lately: the person, what for, when. mine: from `Involvement...for_today()`."""
    lately = []
    for person, (*_person, part, what_for, from_on) in zip(people, mine, strict=True):
        if part == Involvement.Part.ASKED_IN and from_on >= since:
            lately.append((person, what_for, from_on))
    return lately


class PromiseRow(NamedTuple):
    """overdue: whether its day has gone by."""

    address: str
    what: str
    name: str
    when: str
    overdue: bool


def promise_rows(actions: "QuerySet[Action]", today: date) -> list[PromiseRow]:
    """What somebody said they would do, with whom, by when."""
    page = reverse("worker:action", args=["2" * 12, 777])
    with_, was, by = _("with %(name)s"), _("was for %(day)s"), _("by %(day)s")
    rows = []
    for pk, what, due_on, ref, called in actions.values_list("pk", "what", "due_on", "journey__person__ref", "journey__person__called"):
        overdue = bool(due_on and due_on < today)
        when = (was % {"day": written(due_on, "j F")} if overdue else by % {"day": written(due_on, "l j F")}) if due_on else ""
        address = page.replace("2" * 12, ref).replace("777", str(pk))
        rows.append(PromiseRow(address, what, with_ % {"name": called}, when, overdue))
    return rows


class TalkRow(NamedTuple):
    """One conversation of the story. about: where, how long, by whom, with whom, as one sentence after the day."""

    pk: int
    address: str
    held_on: date
    where: str
    iso: str
    day: str
    about: str
    passages: list[Passage]


def talk_rows(conversations: Iterable[tuple[int, date, str, int | None, str, str, str]], ref: str) -> list[TalkRow]:
    """conversations: from `Conversation.objects.of(person).for_story()`. ref: the person's."""
    page = reverse("worker:conversation", args=[ref, 777])
    with_ = _("with %(who)s")
    rows = []
    for pk, held_on, where, minutes, who, words, by in conversations:
        place = f", {where.lower()}" if where else ""
        lasted = f", {_lasted(minutes, get_language() or '')}" if minutes else ""
        company = f", {with_ % {'who': who}}" if who else ""
        about = f"{place}{lasted}. {by}{company}."
        rows.append(
            TalkRow(
                pk, page.replace("777", str(pk)), held_on, where, held_on.isoformat(), written(held_on, "l j F Y"), about, passages(words)
            )
        )
    return rows


@lru_cache(maxsize=512)
def _lasted(minutes: int, language: str) -> str:
    return ngettext("%(minutes)s minute", "%(minutes)s minutes", minutes) % {"minutes": minutes}
