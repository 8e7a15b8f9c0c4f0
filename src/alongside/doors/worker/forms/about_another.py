"""Which paragraph of a conversation is about somebody else, and whom."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.core.passages import passages
from alongside.doors.worker.fields import CHOOSE, short_text

BEGINS = 80  # characters of a paragraph in the list


class AboutAnotherForm(forms.Form):
    passage = forms.ChoiceField(label=_("Which words"), error_messages=CHOOSE)
    whose = short_text(_("Whom are they about?"), longest=120, required=True, hint=_("A first name, or “a neighbour”."))

    def __init__(self, *args: Any, words: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pieces = [one.text for one in passages(words)]
        said = [(str(number), one if len(one) <= BEGINS else f"{one[:BEGINS]} …") for number, one in enumerate(self.pieces)]
        self.fields["passage"].choices = said  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        return {**said, "passage": self.pieces[int(said["passage"])]} if "passage" in said else said
