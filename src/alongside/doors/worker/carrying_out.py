"""From a form to an act, and an act's refusal back onto the form."""

from collections.abc import Callable
from typing import Any

from django import forms

from alongside.core.two_editors import ChangedMeanwhile
from alongside.doors.worker.forms.change import ChangeForm
from alongside.rooms.framework.acts import FrameworkError
from alongside.rooms.journeys.errors import JourneyError
from alongside.rooms.people.errors import PersonError


def carried_out(form: forms.Form, act: Callable[..., Any], **known: Any) -> bool:
    """Whether the form was in order and the act took it; a refusal stands on the form in the act's own words."""
    if not form.is_valid():
        return False
    try:
        act(**known, **form.cleaned_data)
    except (PersonError, JourneyError, FrameworkError) as refusal:
        form.add_error(None, str(refusal))
        return False
    except ChangedMeanwhile as meanwhile:
        if not isinstance(form, ChangeForm):
            raise
        form.set_beside(meanwhile)
        return False
    return True
