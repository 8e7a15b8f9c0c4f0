"""What templates need and Django's own tags lack: hyphenated attributes, classes of fields, the list of faults. A builtin in settings."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import BaseForm, BoundField, MultiWidget, Select
from django.forms.widgets import ChoiceWidget
from django.utils.formats import date_format

from alongside.core.partial_date import PartialDate

register = template.Library()


@register.filter
def attr(attributes: Mapping[str, Any], name: str) -> Any:
    """Return the attribute `name` of a widget, whose hyphens a template cannot say: `{{ widget.attrs|attr:"data-chips" }}`."""
    return attributes.get(name, "")


@register.filter
def classes(attributes: Mapping[str, Any], block: str) -> str:
    """Return the classes of a field: the block's own, the one for a fault when it has one, and those the form asked for."""
    fault = f"{block}--error" if attributes.get("aria-invalid") == "true" else ""
    asked = str(attributes.get("class", "")).split()
    return " ".join(dict.fromkeys(part for part in (block, fault, *asked) if part))


@register.filter
def first_box(field: BoundField) -> str:
    """Return the id of the first thing in a field that can hold the cursor: where a link in the list of faults leads."""
    identity: str = field.field.widget.attrs.get("id") or field.auto_id
    widget = field.field.widget
    in_parts = isinstance(widget, MultiWidget) or (isinstance(widget, ChoiceWidget) and not isinstance(widget, Select))
    return f"{identity}_0" if in_parts else identity


@register.inclusion_tag("components/_error_summary.html")
def error_summary(*forms: BaseForm) -> dict[str, Any]:
    """Every fault of these forms at the head of the page, each linked to its field; nothing when there is none.

    A formset is passed as its forms: `{% error_summary form other %}`, or one tag for each.
    """
    general = [str(fault) for form in forms for fault in form.non_field_errors()]
    fields = [form[name] for form in forms for name in form.errors if name != NON_FIELD_ERRORS]
    linked = [(first_box(field), field.label, str(fault)) for field in fields for fault in field.errors]
    return {"general": general, "linked": linked}


@register.filter
def known(when: PartialDate | None) -> str:
    """A date as far as it is known, in the reader's language: 1985, January 1985, 19 January 1985."""
    if when is None:
        return ""
    return date_format(when.earliest, {4: "Y", 7: "F Y"}.get(len(when.text), "j F Y"))
