"""A form on something that stands already, which somebody else may change while it is open."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.core.partial_date import PartialDate
from alongside.core.two_editors import ChangedMeanwhile, as_it_stands, written

THEIRS, MINE = "theirs", "mine"
CHOOSE = _("Choose which stands.")


class Beside(NamedTuple):
    """One field that two people changed. theirs: as it stands now, as text."""

    theirs: str


class ChangeForm(forms.Form):
    """Carries how the row stood when the form was opened. Where two changed the same, both stand side by side until someone chooses.

    Its fields are named as the row's. Cleans to what is to be saved; a field for which *what stands now* was chosen is left out.
    """

    as_it_stood = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, *, row: Any, **kwargs: Any) -> None:
        self.names = [name for name in self.base_fields if name != "as_it_stood"]
        self.row = row
        now = {name: getattr(row, f"{name}_id" if hasattr(row, f"{name}_id") else name) for name in self.names}
        super().__init__(data, initial={**now, "as_it_stood": json.dumps(as_it_stands(row, self.names))}, **kwargs)

    def clean_as_it_stood(self) -> dict[str, str] | None:
        """None where the browser brought none: then all of it is the writer's to change."""
        if not self.cleaned_data["as_it_stood"]:
            return None
        try:
            stood = json.loads(self.cleaned_data["as_it_stood"])
            return {str(name): str(value) for name, value in stood.items()}
        except (ValueError, AttributeError) as error:
            raise forms.ValidationError(_("This page is too old to be saved. Copy your words and open it again.")) from error

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for name in self._asked():
            chosen = self.data.get(f"keep_{name}")
            if chosen == THEIRS:
                said.pop(name, None)
                self.errors.pop(name, None)
            elif chosen != MINE and name not in self.errors:
                self._set_beside(name)
                self.add_error(name, CHOOSE)
        return said

    def set_beside(self, meanwhile: ChangedMeanwhile) -> None:
        """Refuse, with what stands now beside what was written. The next save is made knowing it."""
        self.row = meanwhile.row
        self.data = self.data.copy()  # type: ignore[attr-defined]
        stood = {**(self.cleaned_data.get("as_it_stood") or {})}
        now, mine = as_it_stands(self.row, self.names), dict(self.cleaned_data)
        for name in self.names:
            if name in meanwhile.fields:
                self._set_beside(name)
                self.add_error(name, CHOOSE)
            elif written(mine.get(name)) == stood.get(name):
                self._put(name)  # not touched here: as the other left it
        self.data["as_it_stood"] = json.dumps(now)  # type: ignore[index]
        self.add_error(None, _("Somebody changed the same meanwhile. Nothing of yours is saved yet: choose which stands, then save."))

    def _asked(self) -> list[str]:
        asked = self.data.getlist("asked") if hasattr(self.data, "getlist") else []
        return [name for name in asked if name in self.names]

    def _set_beside(self, name: str) -> None:
        self[name].beside = Beside(self._said(name))  # type: ignore[attr-defined]  # a bound field is made once for a form

    def _said(self, name: str) -> str:
        """What stands now, as the page would say it."""
        value, field = getattr(self.row, name), self.fields[name]
        if isinstance(value, bool):
            return str(_("yes") if value else _("no"))
        if isinstance(field, forms.ChoiceField):
            return str(dict(field.choices).get(written(value), value or _("nothing")))  # type: ignore[arg-type]
        return str(value or _("nothing"))

    def _put(self, name: str) -> None:
        """Put what stands now into the form as if it had been sent."""
        field, value = self.fields[name], getattr(self.row, name)
        key = self.add_prefix(name)
        if isinstance(field.widget, forms.MultiWidget):
            names = field.widget.widgets_names  # type: ignore[attr-defined]  # not in the stubs
            for part, one in zip(names, field.widget.decompress(value) or [], strict=True):
                self.data[f"{key}{part}"] = "" if one is None else str(one)  # type: ignore[index]
        elif isinstance(field, forms.BooleanField):
            self.data[key] = "on" if value else ""  # type: ignore[index]
        else:
            self.data[key] = value.text if isinstance(value, PartialDate) else written(value)  # type: ignore[index]
