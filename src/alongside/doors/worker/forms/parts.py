"""The small forms of the person's page, one for each thing that can be added or changed."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.doors.worker.fields import OneOf, PartialDateField, chips, day, kept_off, long_text, short_text
from alongside.doors.worker.forms.change import ChangeForm
from alongside.rooms.journeys.models import Action, Cause, CheckIn, Matter
from alongside.rooms.journeys.models.action import LedBy
from alongside.rooms.people.models import KeptMap, Person, Tie


class MatterForm(forms.Form):
    words = long_text(_("What matters"), rows=2, required=True, hint=_("What does a good life look like? One thing at a time."))
    whose = chips(_("Whose words"), Matter.Whose.choices, required=True)
    kept_off = kept_off()


class TieForm(forms.Form):
    name = short_text(_("Who"), longest=120, required=True, hint=_("A first name, or “a neighbour”."))
    relation = short_text(_("How they know each other"), longest=120)
    strength = chips(_("How strong"), Tie.Strength.choices)
    flow = chips(_("Which way does help flow?"), Tie.Flow.choices)
    kept_off = kept_off()

    def clean_strength(self) -> str:
        return self.cleaned_data["strength"] or Tie.Strength.ORDINARY

    def clean_flow(self) -> str:
        return self.cleaned_data["flow"] or Tie.Flow.NONE


class TieChangeForm(ChangeForm, TieForm):
    """Someone in their life, who stands there already."""


class CauseForm(forms.Form):
    what = short_text(_("What lies behind it"), longest=200, required=True)
    seen_by = chips(_("Whose view"), Cause.SeenBy.choices, hint=_("Not said means ours."))
    is_how_we_met = forms.BooleanField(label=_("This is what we met about"), required=False)
    leads_to = OneOf(label=_("What does it lead to?"), nothing=_("Not known yet"))
    kept_off = kept_off()

    def __init__(self, *args: Any, causes: list[Cause], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.causes = causes
        self.fields["leads_to"].offer(causes)  # type: ignore[attr-defined]

    def clean_seen_by(self) -> str:
        return self.cleaned_data["seen_by"] or Cause.SeenBy.OURS


class CauseOnMapForm(forms.Form):
    """One cause, as it can be changed where the map is looked at together."""

    what = short_text(_("What lies behind it"), longest=200, required=True)
    seen_by = chips(_("Whose view"), Cause.SeenBy.choices, hint=_("Not said means ours."))
    is_how_we_met = forms.BooleanField(label=_("This is what we met about"), required=False)
    eased = forms.BooleanField(label=_("This has eased"), required=False)

    def clean_seen_by(self) -> str:
        return self.cleaned_data["seen_by"] or Cause.SeenBy.OURS


class CauseChangeForm(ChangeForm, CauseOnMapForm):
    kept_off = kept_off()


class JoinForm(forms.Form):
    cause = OneOf(label=_("This"))
    effect = OneOf(label=_("leads to this"))

    def __init__(self, *args: Any, causes: list[Cause], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("cause", "effect"):
            self.fields[name].offer(causes)  # type: ignore[attr-defined]


class LifeEventForm(forms.Form):
    what = short_text(_("What happened"), longest=300, required=True)
    when = PartialDateField(label=_("When"))
    service = short_text(_("Which service, if it was a contact with one"), longest=120)
    kept_off = kept_off()


def leaders(person: Person) -> list[tuple[str, Any]]:
    return [(LedBy.PERSON, person.called), *[(value, label) for value, label in LedBy.choices if value != LedBy.PERSON]]


class LeaderForm(forms.Form):
    """Who leads something agreed."""

    led_by = chips(_("Who leads"), LedBy.choices, required=True)
    leader_name = short_text(
        _("Their name"), longest=120, hint=_("For someone in their life, the community or a service. For the team: empty means me.")
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["led_by"].choices = leaders(person)  # type: ignore[attr-defined]


class ActionForm(LeaderForm):
    what = short_text(_("What"), longest=300, required=True)
    matter = OneOf(label=_("Toward what matters"), nothing=_("Not said"))
    standing = chips(_("An idea, or agreed?"), [(Action.Standing.IDEA, _("an idea")), (Action.Standing.AGREED, _("agreed"))])
    due_on = day(_("By when"))
    manner = chips(_("How"), Action.Manner.choices)
    kept_off = kept_off()
    field_order = ["what", "standing", "led_by", "leader_name", "matter", "due_on", "manner", "kept_off"]

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, person=person, **kwargs)
        self.fields["matter"].offer(Matter.objects.of(person).holding())  # type: ignore[attr-defined]
        self.fields["led_by"].required = False

    def clean(self) -> dict[str, Any]:
        """Not said: with somebody who leads it is agreed, with nobody an idea."""
        said = super().clean() or self.cleaned_data
        said["standing"] = said.get("standing") or (Action.Standing.AGREED if said.get("led_by") else Action.Standing.IDEA)
        return said


class ActionChangeForm(ChangeForm):
    what = short_text(_("What"), longest=300, required=True)
    matter = OneOf(label=_("Toward what matters"), nothing=_("Not said"))
    due_on = day(_("By when"))
    manner = chips(_("How"), Action.Manner.choices)
    kept_off = kept_off()

    def __init__(self, *args: Any, person: Person, row: Action, **kwargs: Any) -> None:
        """What it leads toward already is offered also where that no longer matters: changing the words does not lose it."""
        super().__init__(*args, row=row, **kwargs)
        offered = Matter.objects.of(person).filter(Q(no_longer_on=None) | Q(pk=row.matter_id))
        self.fields["matter"].offer(offered)  # type: ignore[attr-defined]


class MoveForm(forms.Form):
    standing = chips(_("How it stands"), [one for one in Action.Standing.choices if one[0] != Action.Standing.IDEA], required=True)
    outcome = long_text(_("What came of it"), rows=2)


class CheckInForm(forms.Form):
    words = long_text(_("In words"), rows=2)
    weather = chips(_("As weather"), CheckIn.Weather.choices)
    score = chips(_("Out of ten, if they like a number"), [(str(number), str(number)) for number in range(11)])
    expects_more = forms.BooleanField(label=_("“I expect more now”"), required=False, help_text=_("A number may fall because hopes rose."))

    def clean_score(self) -> int | None:
        return int(self.cleaned_data["score"]) if self.cleaned_data["score"] else None


class KeepMapForm(forms.Form):
    kind = chips(_("Which map"), KeptMap.Kind.choices, required=True)
    word = short_text(_("A word on why, if you like"), longest=200)
