from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.doors.worker.fields import PartialDateField, long_text, short_text
from alongside.doors.worker.forms.change import ChangeForm


class NewPersonForm(forms.Form):
    """Nothing but what they are called has to be known."""

    called = short_text(_("What are they called?"), longest=80, required=True, hint=_("A first name is enough. “Not yet known” is fine."))
    met_words = long_text(_("What was said first, in their words"), rows=3, hint=_("If you have it. It can be added later."))
    met_where = short_text(_("Where did you meet?"), longest=200)
    born = PartialDateField(label=_("Born"), required=False)
    phone = short_text(_("Phone"), longest=60)


class RingMeForm(forms.Form):
    """Who is sought is read once, to ask whoever may know them, and kept nowhere."""

    called = short_text(_("What are they called?"), longest=80, required=True)
    born = PartialDateField(
        label=_("Born"), required=False, help_text=_("The whole day, if you have it. Or write a number of theirs below.")
    )
    phone = short_text(_("A number of theirs"), longest=60)
    ring_on = short_text(_("On which number can you be rung?"), longest=60, required=True)


class AboutForm(ChangeForm):
    called = short_text(_("What they are called"), longest=80, required=True)
    full_name = short_text(_("Full name"), longest=200)
    reach = long_text(
        _("How to reach them"), rows=2, hint=_("When, by which way, and what not to do. With nothing written here, nothing is sent.")
    )
    phone = short_text(_("Phone"), longest=60)
    email = short_text(_("E-mail"), longest=254)
    language = short_text(_("Language"), longest=80)
    interpreter = forms.BooleanField(label=_("An interpreter helps"), required=False)
    access_needs = long_text(_("What makes meeting possible"), rows=2, hint=_("For example: reads slowly, no stairs, bring the dog."))
    safety_note = long_text(
        _("What to know to keep everyone safe"), rows=2, hint=_("Seen by the team only. Never on what is looked at together.")
    )
    somewhere_safe = forms.BooleanField(
        label=_("They are somewhere safe: keep no address"),
        required=False,
        help_text=_("The address is taken out at once, and none can be written."),
    )
    address = short_text(_("Address"), longest=500)
    postcode = short_text(_("Postcode"), longest=20)
    born = PartialDateField(label=_("Born"), required=False)
