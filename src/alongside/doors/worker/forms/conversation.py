"""Write up a conversation: one large box, and lines that may be drawn out of it."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.doors.worker.fields import OneOf, chips, day, long_text, short_text
from alongside.doors.worker.forms.lines import agreed_lines, cause_lines, check_in_line, matter_lines, tie_lines
from alongside.doors.worker.recent import Recent, recent
from alongside.rooms.journeys.models import Journey
from alongside.rooms.people.models import Person
from alongside.rooms.writeup.acts import Drawn

WHEN = [("today", _("Today")), ("yesterday", _("Yesterday")), ("other", _("Another day"))]
WHERE = [("home", _("At home")), ("out", _("Out and about")), ("phone", _("Phone")), ("hub", _("Hub"))]
ELSEWHERE = ("else", _("Somewhere else"))
MINUTES = [("15", _("15 min")), ("40", "40"), ("60", "60"), ("90", "90")]
LONGEST_WHERE, LONGEST_WHO = 120, 200
Others = Callable[[], Iterable[Journey]]  # our time with others one walks with, asked for where they are offered


class LinesForm(forms.Form):
    """The lines alone: drawn out of words that are kept already."""

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = [matter_lines(self), tie_lines(self), cause_lines(self), agreed_lines(self, person), check_in_line(self)]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        return {"drawn": Drawn(**{line.name: line.read(said) for line in self.lines})}


class ConversationForm(LinesForm):
    words = long_text(_("What was said, what we learnt"), rows=7, required=True)
    when = chips(_("When"), WHEN, required=True)
    other_day = day(_("Which day"))
    where = chips(_("Where"), [*WHERE, ELSEWHERE])
    where_else = short_text(_("Where was that?"), longest=LONGEST_WHERE)
    minutes = chips(_("How long, if it matters"), MINUTES)
    there = forms.MultipleChoiceField(
        label=_("Who else was there"), required=False, widget=forms.CheckboxSelectMultiple({"data-chips": True})
    )
    who = short_text(_("Who else was there"), longest=LONGEST_WHO)
    also = OneOf(label=_("Someone else we walk with was there, and it was about them too"), nothing=_("Nobody"))
    client_key = forms.UUIDField(widget=forms.HiddenInput)
    active_seconds = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, person: Person, lately: Recent | None = None, mine: Others = list, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"when": "today", "client_key": uuid4()})
        super().__init__(*args, person=person, **kwargs)
        self.person, self.lately, self.mine = person, lately, mine
        self.places = {name: str(label) for name, label in WHERE}
        if self.is_bound:
            self._take_what_was_tapped()
        else:
            self.offer_taps()

    def _take_what_was_tapped(self) -> None:
        """A tap that was offered when the page was opened is taken, whatever would be offered now: nothing is asked for that."""
        if self.data.get("also"):
            self._offer_others()
        again = {str(self.data.get("where", ""))} - {name for name, _label in [*WHERE, ELSEWHERE]}
        self.places |= {one: one.removeprefix("again-")[:LONGEST_WHERE] for one in again if one.startswith("again-")}
        there = self.data.getlist("there") if hasattr(self.data, "getlist") else []
        self._show_taps([one[:LONGEST_WHO] for one in there])

    def offer_taps(self) -> None:
        """Recent places and people, and whom else one walks with. Costs three queries: for a page that is shown, not for a save."""
        self._offer_others()
        lately = self.lately or recent(self.person, [str(label) for _name, label in WHERE])
        self.places = {**{name: str(label) for name, label in WHERE}, **{f"again-{one}": one for one in lately.places}, **self.places}
        tapped = [str(one) for one, _label in self.fields["there"].choices]  # type: ignore[attr-defined]  # the stubs know no choices
        self._show_taps([*lately.people, *(one for one in tapped if one not in lately.people)])

    def _offer_others(self) -> None:
        self.fields["also"].offer(self.mine(), said=lambda one: one.person.called)  # type: ignore[attr-defined]  # it is a OneOf

    def _show_taps(self, there: list[str]) -> None:
        self.fields["where"].choices = [*self.places.items(), ELSEWHERE]  # type: ignore[attr-defined]  # the stubs know no choices
        self.fields["there"].choices = [(one, one) for one in there]  # type: ignore[attr-defined]
        if there:
            self.fields["who"].label = _("Someone else")

    def clean(self) -> dict[str, Any]:
        said = {**self.cleaned_data, **super().clean()}
        said["held_on"] = self._held_on(said)
        said["where"] = said.get("where_else", "").strip() or self.places.get(said.get("where", ""), "")
        said["minutes"] = int(said["minutes"]) if said.get("minutes") else None
        said["who"] = self._who(said)
        said["also"] = [said["also"]] if said.get("also") else []
        kept = ("also", "words", "held_on", "where", "minutes", "who", "client_key", "active_seconds", "drawn")
        return {name: said[name] for name in kept if name in said}

    def _who(self, said: dict[str, Any]) -> str:
        who = ", ".join(dict.fromkeys([*said.get("there", []), *([said["who"].strip()] if said.get("who", "").strip() else [])]))
        if len(who) > LONGEST_WHO and "who" not in self.errors:
            self.add_error("who", _("That is more than fits here. Put the rest into the words."))
        return who

    def _held_on(self, said: dict[str, Any]) -> date:
        today = timezone.localdate()
        if said.get("when") == "yesterday":
            return today - timedelta(days=1)
        if said.get("when") != "other":
            return today
        held_on = said.get("other_day")
        if held_on is None:
            if "other_day" not in self.errors:
                self.add_error("other_day", _("Say which day it was."))
        elif held_on > today:
            self.add_error("other_day", _("That day is still to come."))
        return held_on or today
