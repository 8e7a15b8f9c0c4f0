"""Write up a conversation: one large box, and lines that may be drawn out of it."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.doors.worker.fields import chips, day, long_text, short_text
from alongside.doors.worker.forms.lines import agreed_lines, cause_lines, check_in_line, matter_lines, tie_lines
from alongside.rooms.people.models import Person
from alongside.rooms.writeup.acts import Drawn

WHEN = [("today", _("Today")), ("yesterday", _("Yesterday")), ("other", _("Another day"))]
WHERE = [("home", _("At home")), ("out", _("Out and about")), ("phone", _("Phone")), ("hub", _("Hub"))]
MINUTES = [("15", _("15 min")), ("40", "40"), ("60", "60"), ("90", "90")]


class ConversationForm(forms.Form):
    words = long_text(_("What was said, what we learnt"), rows=7, required=True)
    when = chips(_("When"), WHEN, required=True)
    other_day = day(_("Which day"))
    where = chips(_("Where"), WHERE)
    minutes = chips(_("How long, if it matters"), MINUTES)
    who = short_text(_("Who else was there"), longest=200)
    client_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"when": "today", "client_key": uuid4()})
        super().__init__(*args, **kwargs)
        self.lines = [matter_lines(self), tie_lines(self), cause_lines(self), agreed_lines(self, person), check_in_line(self)]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["held_on"] = self._held_on(said)
        said["drawn"] = Drawn(**{line.name: line.read(said) for line in self.lines})
        said["where"] = str(dict(WHERE).get(said.get("where", ""), ""))
        said["minutes"] = int(said["minutes"]) if said.get("minutes") else None
        kept = ("words", "held_on", "where", "minutes", "who", "client_key", "drawn")
        return {name: said[name] for name in kept if name in said}

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
