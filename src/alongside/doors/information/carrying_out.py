"""From a form to an act, and an act's refusal back onto the form."""

from collections.abc import Callable
from typing import Any

from django import forms

from alongside.rooms.rights.errors import RightsError
from alongside.rooms.sharing.errors import SharingError


def carried_out(form: forms.Form, act: Callable[..., Any], **known: Any) -> bool:
    """Whether the form was in order and the act took it; a refusal stands on the form in the act's own words."""
    if not form.is_valid():
        return False
    try:
        act(**known, **form.cleaned_data)
    except (RightsError, SharingError) as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
