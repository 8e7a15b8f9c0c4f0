"""The living page of components: every piece the doors are built from, as it looks now. Root URLs have it in development only."""

from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET


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


TIES = [
    {"pk": 1, "name": "Jade", "relation": _("daughter, 9"), "strength": "strong", "flow": "both"},
    {"pk": 2, "name": _("Mum"), "relation": "", "strength": "ordinary", "flow": "from_them"},
    {"pk": 3, "name": "Lee", "relation": _("ex"), "strength": "strained", "flow": "to_them"},
    {"pk": 4, "name": _("Brother"), "relation": "", "strength": "broken", "flow": "none"},
    {"pk": 5, "name": _("Work mates"), "relation": "", "strength": "wished", "flow": "none"},
]
CAUSES = [
    {"pk": 1, "what": _("Neighbours shout at the children"), "seen_by": "theirs", "eased_on": None, "is_how_we_met": False},
    {"pk": 2, "what": _("Their grandmother will not have them there"), "seen_by": "together", "eased_on": None, "is_how_we_met": False},
    {"pk": 3, "what": _("Letters not opened"), "seen_by": "ours", "eased_on": date(2026, 6, 1), "is_how_we_met": False},
    {"pk": 4, "what": _("Council tax not paid"), "seen_by": "together", "eased_on": None, "is_how_we_met": True},
]
LEADS = [{"cause_id": 1, "effect_id": 2}, {"cause_id": 2, "effect_id": 4}, {"cause_id": 3, "effect_id": 4}]
CHECK_INS = [
    {"on": date(2026, month, 12), "score": score, "expects_more": month == 6} for month, score in ((3, 2), (4, 3), (5, 5), (6, 4), (7, 6))
]


@require_GET
def components(request: HttpRequest) -> HttpResponse:
    form = ShowForm({"called": ""} if "faults" in request.GET else None)
    drawn = {"called": "Sam", "ties": TIES, "causes": CAUSES, "leads": LEADS, "check_ins": CHECK_INS}
    return render(request, "components/index.html", {"form": form, "lines": LineFormSet(prefix="matters"), **drawn})
