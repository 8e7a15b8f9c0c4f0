"""Which words go to whom: each piece of a conversation that was about more than one person."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.doors.worker.fields import chips
from alongside.rooms.journeys.models import Journey

EACH, NOBODY = "each", "nobody"


class DivideForm(forms.Form):
    """One choice for each paragraph, and none made beforehand."""

    def __init__(self, *args: Any, words: str, journeys: Sequence[Journey], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.journeys = journeys
        self.pieces = [one.strip() for one in words.splitlines() if one.strip()]
        choices = [*((str(one.pk), one.person.called) for one in journeys), (EACH, _("each of them")), (NOBODY, _("nobody’s record"))]
        for number, piece in enumerate(self.pieces):
            self.fields[f"piece_{number}"] = chips(piece, choices, required=True)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        chosen = [(piece, said.get(f"piece_{number}")) for number, piece in enumerate(self.pieces)]
        of = {one.pk: "\n".join(piece for piece, whose in chosen if whose in (str(one.pk), EACH)) for one in self.journeys}
        return {"words_of": of}
