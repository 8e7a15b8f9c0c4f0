"""What is shared with whom, whom we had to tell, who may open someone sealed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.doors.worker.fields import chips, day, long_text, short_text
from alongside.doors.worker.forms.alongside import ColleagueField, colleagues, everyone
from alongside.rooms.accounts.models import Account
from alongside.rooms.people.parts import Part
from alongside.rooms.sharing.models import Agreement, KeepingTold, Telling, Withholding

KNEW = [("yes", _("They knew")), ("no", _("They did not know"))]


def parts(label: Any) -> forms.MultipleChoiceField:
    taps = forms.CheckboxSelectMultiple({"data-chips": True})
    return forms.MultipleChoiceField(label=label, choices=Part.choices, required=False, widget=taps)


def who_signs_in(label: Any, nobody: Any) -> ColleagueField:
    return ColleagueField(Account.objects.none(), label=label, required=False, empty_label=nobody)


class AgreementForm(forms.Form):
    account = who_signs_in(_("With whom?"), _("Somebody who does not sign in here"))
    name = short_text(_("Their name, if they do not sign in"), longest=120)
    organisation = short_text(_("Where they work"), longest=120)
    parts = parts(_("What is shared"))
    what_for = short_text(_("What for"), longest=200)
    until_on = day(_("Until when"), hint=_("Leave it empty if no end was agreed. It can be taken back any day."))
    how = chips(_("Who agreed"), Agreement.How.choices)
    who_agreed = short_text(_("Who supported them, or decided"), longest=120)
    authority_seen_on = day(_("The day on which you saw that they may decide this"))
    authority_until_on = day(_("Until when they may decide"))
    capacity_words = long_text(_("Why this decision was not theirs to make"), rows=2)
    capacity_on = day(_("The day for which that was found"))
    usual = ("account", "name", "organisation", "parts", "what_for", "until_on", "how")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account"].queryset = everyone()  # type: ignore[attr-defined]  # the stubs know no queryset

    @property
    def usual_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.usual]

    @property
    def further_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in self.usual]

    @property
    def somebody_else_agreed(self) -> bool:
        """Whether the further fields stand open: something is in them, or they are what is missing."""
        return any(field.value() for field in self.further_fields) or self["how"].value() not in (None, "", "themself")

    def clean_how(self) -> str:
        return self.cleaned_data["how"] or Agreement.How.THEMSELF


class TellingForm(forms.Form):
    told = chips(_("What did you decide?"), [("yes", _("We told someone")), ("no", _("We decided not to tell"))], required=True)
    ground = chips(_("Which duty, or which danger"), Telling.Ground.choices, required=True)
    because = long_text(_("Why"), rows=3)
    on = day(_("When"), hint=_("Empty means today."))
    whom = short_text(_("Who was told"), longest=200, hint=_("Their part and where they work: “the duty social worker, Northbridge”."))
    said = long_text(_("What was said"), rows=2, hint=_("No more than had to be said."))
    knew = chips(_("Did the person know?"), KNEW)
    why_not_known = long_text(_("Why not"), rows=2)
    account = who_signs_in(_("May somebody who signs in see some parts?"), _("Nobody"))
    parts = parts(_("Which parts"))
    until_on = day(_("Until when"))
    asked_when_told = ("whom", "said", "knew", "why_not_known", "account", "parts", "until_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account"].queryset = everyone()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        told = said.get("told") == "yes"
        if not told:
            said = {name: value for name, value in said.items() if name not in self.asked_when_told}
        else:
            said["knew"] = said.get("knew") == "yes"
        return {**said, "told": told}


class CameBackForm(forms.Form):
    words = long_text(_("What came back"), rows=2)


class ObjectionForm(forms.Form):
    words = long_text(_("What they object to, in their words"), rows=2)


class AnswerForm(forms.Form):
    answer = long_text(_("Our answer"), rows=2)
    stopped = forms.BooleanField(label=_("We stop sharing it"), required=False)


class KeepingToldForm(forms.Form):
    how = chips(_("How were they told?"), KeepingTold.How.choices, required=True)
    why_not_yet = short_text(_("If not yet: why"), longest=400)


class SealForm(forms.Form):
    named = forms.ModelMultipleChoiceField(
        Account.objects.none(), label=_("Who else may open it"), required=False, widget=forms.CheckboxSelectMultiple
    )
    reason = long_text(_("Why"), rows=2, hint=_("It stands in the journal, not on the record."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["named"].queryset = colleagues()  # type: ignore[attr-defined]
        self.fields["named"].label_from_instance = ColleagueField.label_from_instance.__get__(self)  # type: ignore[attr-defined]


class EmergencyForm(forms.Form):
    ref = short_text(_("Their reference"), longest=20, hint=_("Twelve letters and numbers, from paper or said by a colleague."))
    reason = long_text(_("What has happened"), rows=3)
    not_told_because = long_text(
        _("If they must not be told that you looked: why"), rows=2, hint=_("They are told, unless that would put someone at risk.")
    )


class OffThePageForm(forms.Form):
    kind = chips(_("What"), Withholding.Kind.choices, required=True)
    by_person = forms.BooleanField(label=_("They want it so"), required=False)
    ground = chips(_("If the law allows it: on what ground"), Withholding.Ground.choices)
    reason = long_text(_("Why"), rows=2, hint=_("They may read it one day."))
