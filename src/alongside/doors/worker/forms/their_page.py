"""How the person, or someone they trust, comes to their own page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.doors.worker.fields import OneOf, chips, short_text
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.models import PersonLink, Trusted


class TheirPageForm(forms.Form):
    who_else = short_text(_("Who else uses this phone?"), longest=200, hint=_("Ask first. “Nobody” is an answer."))
    how = chips(_("How do they want it?"), PersonLink.How.choices, required=True)
    trusted = OneOf(label=_("Whose link is it?"), nothing=_("Their own"))
    code_by = chips(_("How does the code reach them? Another way than the link."), PersonLink.CodeBy.choices)
    code_to = short_text(_("Where the code goes"), longest=254)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        trusted = Trusted.objects.of(person).filter(ended_at=None)
        self.fields["trusted"].offer(trusted, said=lambda one: one.name)  # type: ignore[attr-defined]  # it is a OneOf
        if not self.fields["trusted"].rows:  # type: ignore[attr-defined]
            del self.fields["trusted"]
