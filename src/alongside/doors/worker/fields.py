"""Fields that several of the worker's forms share."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alongside.core.partial_date import PartialDate


class PartialDateWidget(forms.MultiWidget):
    template_name = "components/_partial_date.html"
    use_fieldset = True

    def __init__(self) -> None:
        number = {"inputmode": "numeric", "class": "govuk-input govuk-date-input__input"}
        widgets: dict[str, forms.Widget | type[forms.Widget]] = {
            "day": forms.TextInput({**number, "class": number["class"] + " govuk-input--width-2", "aria-label": _("Day, if known")}),
            "month": forms.TextInput({**number, "class": number["class"] + " govuk-input--width-2", "aria-label": _("Month, if known")}),
            "year": forms.TextInput({**number, "class": number["class"] + " govuk-input--width-4", "aria-label": _("Year")}),
        }
        super().__init__(widgets)

    def decompress(self, value: PartialDate | None) -> list[int | None]:
        if value is None:
            return [None, None, None]
        year, month, day = value.parts
        return [day, month, year]


class PartialDateField(forms.MultiValueField):
    """Day and month may stay empty: a year alone is a date known to the year."""

    widget = PartialDateWidget

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("As much of it as is known. A year is enough."))
        parts = tuple(forms.CharField(required=False, max_length=4) for _part in range(3))
        super().__init__(fields=parts, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[str]) -> PartialDate | None:
        if not any(data_list):
            return None
        try:
            day, month, year = (int(part) if part else None for part in data_list)
        except ValueError as error:
            raise ValidationError(_("Write the day, month and year in numbers, for example 27 3 2019.")) from error
        if year is None or not 1000 <= year <= 9998:
            raise ValidationError(_("Write the year in four numbers. Day and month may stay empty."))
        try:
            return PartialDate.from_parts(year, month, day)
        except ValueError as error:
            raise ValidationError(_("No calendar has that day. Check it, or leave out what is not known.")) from error


WRITE = {"required": _("Write something here. A few words are enough.")}
CHOOSE = {"required": _("Choose one.")}


def long_text(label: Any, *, rows: int = 3, required: bool = False, hint: Any = "") -> forms.CharField:
    box = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, required=required, help_text=hint, max_length=20_000, widget=box, error_messages=WRITE)


def short_text(label: Any, *, longest: int, required: bool = False, hint: Any = "") -> forms.CharField:
    return forms.CharField(label=label, required=required, help_text=hint, max_length=longest, error_messages=WRITE)


def chips(label: Any, choices: Any, *, required: bool = False, hint: Any = "") -> forms.ChoiceField:
    """One of a few, as taps."""
    taps = forms.RadioSelect({"data-chips": True})
    return forms.ChoiceField(label=label, choices=choices, required=required, help_text=hint, widget=taps, error_messages=CHOOSE)


def day(label: Any, *, required: bool = False, hint: Any = "") -> forms.DateField:
    return forms.DateField(label=label, required=required, help_text=hint, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))


class OneOf(forms.ChoiceField):
    """One of rows already read: the page costs the same queries however many there are. Cleans to the row, or None."""

    def __init__(self, *, nothing: Any = None, **kwargs: Any) -> None:
        self.nothing = nothing
        self.rows: dict[str, Any] = {}
        super().__init__(required=nothing is None, error_messages=CHOOSE, **kwargs)

    def offer(self, rows: Iterable[Any], said: Callable[[Any], str] = str) -> None:
        """Offer these, each as `said` says it; with `nothing`, those words stand first and mean none of them."""
        self.rows = {str(row.pk): row for row in rows}
        first = [] if self.nothing is None else [("", self.nothing)]
        self.choices = [*first, *((pk, said(row)) for pk, row in self.rows.items())]

    def clean(self, value: Any) -> Any:
        return self.rows.get(str(super().clean(value)))


def kept_off() -> forms.BooleanField:
    return forms.BooleanField(label=_("Keep this off what we look at together"), required=False)
