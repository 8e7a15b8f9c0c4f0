"""The small forms of the page. Each label is a short sentence."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.rooms.journeys.models import CheckIn
from alongside.rooms.people.parts import Part
from alongside.rooms.sharing.models import Asked, LifeArea, LifePicture, Trusted


def words(label: Any, *, rows: int = 3, hint: Any = "", required: bool = True) -> forms.CharField:
    box = forms.Textarea(attrs={"rows": rows})
    said = {"required": _("Write something here. A few words are enough.")}
    return forms.CharField(label=label, help_text=hint, widget=box, required=required, error_messages=said, max_length=5000)


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Your code"),
        help_text=_("Six numbers. It works for ten minutes."),
        max_length=20,
        error_messages={"required": _("Write the six numbers.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "class": "govuk-input--width-10"}),
    )


class RingForm(forms.Form):
    words = forms.CharField(label=_("When is good? You can leave this empty."), max_length=200, required=False)


class MatterForm(forms.Form):
    words = words(_("What matters to you?"), hint=_("Say it in your own words. One thing at a time."))


class ActionForm(forms.Form):
    what = forms.CharField(
        label=_("What will you do?"),
        max_length=300,
        error_messages={"required": _("Write what you will do. A few words are enough.")},
    )


class CheckInForm(forms.Form):
    weather = forms.ChoiceField(
        label=_("Pick a picture, if you like"), choices=CheckIn.Weather.choices, required=False, widget=forms.RadioSelect
    )
    words = words(_("Or say it in words"), rows=2, required=False)
    expects_more = forms.BooleanField(label=_("I expect more now than I did before"), required=False)


class LifePictureForm(forms.Form):
    """A place in each area that they pick, and in three that they name. What stood in the newest picture is offered again.

    cleaned_data: as `keep_life_picture` takes it.
    """

    AREAS = [_("Where I live"), _("Money"), _("The people around me"), _("My health"), _("My days"), _("The children")]
    OWN = [
        (_("Something else"), _("Something else: where I am")),
        (_("Another thing"), _("Another thing: where I am")),
        (_("One more"), _("One more: where I am")),
    ]

    def __init__(self, *args: Any, newest: LifePicture | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = [("", _("not in my picture")), *LifeArea.Place.choices]
        was = {area.name: area.place for area in newest.areas.all()} if newest else {}
        self.areas = list(dict.fromkeys([*map(str, self.AREAS), *was]))
        for at, name in enumerate(self.areas):
            self.fields[f"area_{at}"] = forms.ChoiceField(label=name, choices=places, required=False, initial=was.get(name, ""))
        for at, (named, where) in enumerate(self.OWN):
            self.fields[f"own_{at}"] = forms.CharField(label=named, max_length=80, required=False)
            self.fields[f"own_place_{at}"] = forms.ChoiceField(label=where, choices=places, required=False)
        self.fields["words"] = words(_("What do you want to say about it?"), rows=2, required=False)
        self.fields["expects_more"] = forms.BooleanField(label=_("I expect more now than I did before"), required=False)

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        rows = [(name, said.get(f"area_{at}", "")) for at, name in enumerate(self.areas)]
        rows += [(said.get(f"own_{at}", ""), said.get(f"own_place_{at}", "")) for at in range(len(self.OWN))]
        areas = {name: int(place) for name, place in rows if name and place}
        return {"areas": areas, "words": said.get("words", ""), "expects_more": said.get("expects_more", False)}


class DifferentlyForm(forms.Form):
    words = words(_("How do you see it?"), hint=_("Your words stand next to ours. Nobody here can change them or take them away."))


class AskForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What do you want?"),
        choices=[
            (Asked.Kind.CORRECTION, _("Put something right")),
            (Asked.Kind.REMOVAL, _("Take something out")),
            (Asked.Kind.EVERYTHING, _("Give me everything you keep about me")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one.")},
    )
    words = words(_("What should change?"), required=False, hint=_("You do not need to say why."))


class TrustForm(forms.Form):
    name = forms.CharField(label=_("Who is it?"), max_length=120, error_messages={"required": _("Write their name.")})
    role = forms.ChoiceField(
        label=_("Who are they to you?"),
        choices=[
            (Trusted.Role.FRIEND, _("A friend, or family")),
            (Trusted.Role.ADVOCATE, _("An advocate: someone who speaks up for me")),
            (Trusted.Role.INTERPRETER, _("An interpreter")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one.")},
    )
    parts = forms.MultipleChoiceField(
        label=_("What may they see?"),
        choices=[
            (Part.MATTERS, _("What matters to me")),
            (Part.TALKS, _("What was said")),
            (Part.PEOPLE, _("The people around me")),
            (Part.BEHIND, _("What lies behind it")),
            (Part.AGREED, _("What we agreed")),
            (Part.CONTROL, _("How I am doing")),
        ],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose what they may see.")},
    )


class ObjectForm(forms.Form):
    words = words(_("Why do you not want this?"), rows=2)
