"""Who is alongside, and how our time with someone stands."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.doors.worker.fields import PartialDateField, long_text, short_text
from alongside.doors.worker.forms.change import ChangeForm
from alongside.rooms.accounts.models import Account, Role
from alongside.rooms.journeys.models import Journey


class ColleagueField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs alone
    """A colleague, with job, employer and team beside the name: no namesake is chosen by mistake."""

    def label_from_instance(self, obj: Any) -> str:
        teams = [member.team.name for member in obj.memberships.all() if member.to_on is None]
        parts = [obj.job, obj.organisation.name if obj.organisation else "", *teams]
        return ", ".join(part for part in [obj.called, *parts] if part)


def everyone() -> Any:
    """Whoever signs in. Costs two queries, however many they are."""
    return Account.objects.filter(is_active=True).select_related("organisation").prefetch_related("memberships__team").order_by("called")


def colleagues() -> Any:
    return everyone().filter(role=Role.WORKER)


class AskInForm(forms.Form):
    account = ColleagueField(Account.objects.none(), label=_("Whom do you ask in?"), empty_label=_("Choose a colleague"))
    what_for = short_text(_("What for?"), longest=200)
    yes = forms.BooleanField(label=_("They said yes to this"), required=False)
    seen_by_lead_alone = forms.BooleanField(label=_("Only whoever leads may know of them"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account"].queryset = colleagues()  # type: ignore[attr-defined]


class HandOverForm(forms.Form):
    to = ColleagueField(Account.objects.none(), label=_("Who leads from today?"), empty_label=_("Choose a colleague"))

    def __init__(self, *args: Any, journey: Journey, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_team = colleagues().filter(memberships__team=journey.team, memberships__to_on=None)
        self.fields["to"].queryset = in_team  # type: ignore[attr-defined]


class OwnPageForm(HandOverForm):
    """Who leads with someone who gets a page of their own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].label = _("Who walks with them?")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        return {"lead": said["to"]} if "to" in said else {}


class StandingForm(forms.Form):
    standing = forms.ChoiceField(choices=Journey.Standing.choices, widget=forms.HiddenInput)
    words = long_text(_("How it ended, in a few words"), rows=2)


class WelcomeBackForm(forms.Form):
    met_words = long_text(_("What was said first, this time"), rows=2)
    met_where = short_text(_("Where did you meet again?"), longest=200)


class HowWeMetForm(ChangeForm):
    met_words = long_text(_("What was said first, in their words"), rows=3)
    met_where = short_text(_("Where we met"), longest=200)
    since = PartialDateField(label=_("Alongside since"), required=False)


class NumberForm(forms.Form):
    phone = short_text(_("Your number, for people you walk with"), longest=40, hint=_("Their own page says: ring you, on this number."))


class FrameworkForm(forms.Form):
    purpose = long_text(_("Our purpose"), rows=3, required=True)
    principles = long_text(_("Our principles, one a line"), rows=14, required=True)
    because = long_text(_("Why we change them"), rows=2)
    since_version = forms.IntegerField(widget=forms.HiddenInput)

    def now_beside(self, version: int) -> None:
        """The newer version stands beside the refused words: the next save is made knowing it."""
        self.data = {**self.data.dict(), "since_version": version}  # type: ignore[attr-defined]

    def clean_principles(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["principles"].splitlines() if line.strip()]
