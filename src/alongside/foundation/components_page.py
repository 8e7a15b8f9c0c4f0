"""The living page of components: every piece the doors are built from, as it looks now. Root URLs have it in development only."""

from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _


class DateParts(forms.MultiWidget):
    """Three boxes, for this page alone; the doors' own widget gives the same template its subwidgets."""

    template_name = "components/_partial_date.html"

    def __init__(self) -> None:
        super().__init__({"day": forms.TextInput(), "month": forms.TextInput(), "year": forms.TextInput()})

    def decompress(self, value: date | None) -> list[int | None]:
        return [value.day, value.month, value.year] if value else [None, None, None]


class ShowForm(forms.Form):
    """One field of each kind."""

    words = forms.CharField(label=_("What was said, what we learnt"), widget=forms.Textarea(attrs={"rows": 4}))
    place = forms.ChoiceField(
        label=_("Where"),
        choices=[("home", _("Home")), ("out", _("Out and about")), ("phone", _("Phone")), ("hub", _("Hub"))],
        widget=forms.RadioSelect(attrs={"data-chips": True}),
    )
    present = forms.MultipleChoiceField(
        label=_("Who was there"),
        choices=[("jade", "Jade"), ("mum", _("Mum")), ("dev", "Dev")],
        widget=forms.CheckboxSelectMultiple(attrs={"data-chips": True}),
        required=False,
    )
    called = forms.CharField(label=_("What they are called"), help_text=_("Whatever they answer to. Not yet known is fine."))
    born = forms.CharField(label=_("Born"), help_text=_("The year alone will do."), widget=DateParts(), required=False)
    reach = forms.ChoiceField(
        label=_("How to reach them"),
        choices=[("ring", _("Ring")), ("text", _("Text")), ("never", _("Not at all"))],
        widget=forms.RadioSelect,
    )
    team = forms.ChoiceField(label=_("Team"), choices=[("north", _("North")), ("south", _("South"))])
    read_back = forms.BooleanField(
        label=_("It has been read back"), help_text=_("They heard it, and it is what they meant."), required=False
    )
    sheet = forms.FileField(label=_("A spreadsheet"), widget=forms.FileInput(attrs={"data-limit-mb": 12}), required=False)


class LineForm(forms.Form):
    """One line drawn out of a conversation. The placeholder of a single space is what tells an empty row."""

    what = forms.CharField(label=_("In their words"), widget=forms.TextInput(attrs={"placeholder": " "}), required=False)


LineFormSet = forms.formset_factory(LineForm, extra=4)


def components(request: HttpRequest) -> HttpResponse:
    form = ShowForm({"called": ""} if "faults" in request.GET else None)
    return render(request, "components/index.html", {"form": form, "lines": LineFormSet(prefix="matters")})
