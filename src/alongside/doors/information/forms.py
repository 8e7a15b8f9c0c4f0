"""The forms of the information lead."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.people.holdings import all_holdings
from alongside.rooms.rights.models import Hold

SAY = {"required": _("Write something here. A few words are enough.")}


def words(label: Any, *, rows: int = 3, required: bool = True, hint: Any = "") -> forms.CharField:
    box = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, required=required, help_text=hint, max_length=20_000, widget=box, error_messages=SAY)


def line(label: Any, *, longest: int = 400, required: bool = True, hint: Any = "") -> forms.CharField:
    return forms.CharField(label=label, required=required, help_text=hint, max_length=longest, error_messages=SAY)


def day(label: Any, *, required: bool = True, hint: Any = "") -> forms.DateField:
    picker = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, help_text=hint, widget=picker)


class AccountField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs alone
    """Job and employer stand beside the name: no namesake is chosen by mistake."""

    def label_from_instance(self, obj: Any) -> str:
        return ", ".join(part for part in (obj.called, obj.job, obj.organisation.name if obj.organisation else "", obj.email) if part)


class ReferenceForm(forms.Form):
    ref = line(_("Their reference"), longest=20, hint=_("Twelve letters and numbers, as in the address of their page."))


class ConcernForm(forms.Form):
    account = AccountField(Account.objects.none(), label=_("Whose account"), empty_label=_("Choose somebody"))
    concern = words(_("What is the concern?"), hint=_("It stands in the journal. Never to see how much somebody works."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account"].queryset = Account.objects.select_related("organisation").order_by("called")  # type: ignore[attr-defined]  # the stubs know no queryset


class FoundForm(forms.Form):
    found = words(_("What you found"), rows=2)


class AskedForm(forms.Form):
    asked_on = day(_("The day they asked"))
    how = line(_("How they asked, and how they want the answer"), longest=200, required=False)


class PauseForm(forms.Form):
    asked = words(_("What we need to know from them first"), rows=2)


class ExtendForm(forms.Form):
    because = line(_("Why it takes up to two months more: they are told"))


class PassagesForm(forms.Form):
    """passages: one a line, as it stands in the text; none where nothing is somebody else's."""

    label = forms.CharField(widget=forms.HiddenInput)
    row = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    field = forms.CharField(widget=forms.HiddenInput)
    passages = words(_("What is taken out, one passage a line"), rows=2, required=False)

    def clean_passages(self) -> list[str]:
        return [one for one in self.cleaned_data["passages"].splitlines() if one.strip()]


class HoldForm(forms.Form):
    kind = forms.ChoiceField(label=_("Why it is kept"), choices=Hold.Kind.choices, widget=forms.RadioSelect)
    reason = line(_("In words"))
    until_on = day(_("Until when, or when it is looked at again"), required=False)


class ComplaintForm(forms.Form):
    words = words(_("What they complain about, in their words"))


class AnswerForm(forms.Form):
    answer = words(_("The answer, in words that they can follow"))


class ObjectionAnswerForm(AnswerForm):
    stopped = forms.BooleanField(label=_("We stop sharing it"), required=False)


class EraseForm(forms.Form):
    reason = line(
        _("Why everything is erased"),
        hint=_(
            "Unsaved words on the devices of whoever opened this story become unreadable, also those about others. Ask them to save first."
        ),
    )
    sure = forms.BooleanField(
        label=_("Erase every word. It cannot be brought back."), error_messages={"required": _("Tick this to erase.")}
    )


class RuleForm(forms.Form):
    label = forms.ChoiceField(label=_("What"))
    months = forms.IntegerField(label=_("How many months after the end"), min_value=1, max_value=1200)
    because = line(_("Why so long"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["label"].choices = [(one.label, _(one.title)) for one in all_holdings()]  # type: ignore[attr-defined]  # the stubs know no choices
