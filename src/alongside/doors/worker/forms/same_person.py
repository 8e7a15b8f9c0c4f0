"""Two records of one person: what of each shall stand, and, when they part, where what came later belongs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.doors.worker.fields import chips
from alongside.rooms.merging.acts import to_choose
from alongside.rooms.merging.apart import Later, later
from alongside.rooms.merging.models import Merging
from alongside.rooms.people.models import Person

KEPT, GONE = "kept", "gone"


class MergeForm(forms.Form):
    """One choice for each field in which the two differ. Nothing is chosen beforehand."""

    def __init__(self, *args: Any, kept: Person, gone: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in to_choose(kept, gone):
            said = [(KEPT, str(getattr(kept, field))), (GONE, str(getattr(gone, field)))]
            label = Person._meta.get_field(field).verbose_name  # type: ignore[union-attr]
            self.fields[field] = chips(f"{str(label)[:1].upper()}{str(label)[1:]}", said, required=True)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        return {"taken": [field for field, choice in said.items() if choice == GONE]}


class ApartForm(forms.Form):
    """Where each thing that came later belongs: with the record that was kept, unless it is said otherwise."""

    later = forms.MultipleChoiceField(
        label=_("Which of these belong to the other record?"),
        help_text=_("What you do not tick stays here."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, merging: Merging, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = later(merging)
        self.fields["later"].choices = [(one.key, self._said(one)) for one in rows]  # type: ignore[attr-defined]
        if not rows:
            del self.fields["later"]

    def _said(self, one: Later) -> str:
        words = str(getattr(one.row, "words", "") or getattr(one.row, "what", "") or one.row)
        return f"{_(one.holding.title)}: {words[:120]}"

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        return {"to_the_other": said.get("later", [])}
