"""From a form to an act, and an act's refusal back onto the form."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from django import forms
from django.db import transaction

from alongside.core.two_editors import ChangedMeanwhile
from alongside.doors.worker.forms.change import ChangeForm
from alongside.rooms.accounts.acts import saved_for_the_first_time
from alongside.rooms.accounts.models import Account, SavedForm
from alongside.rooms.attachments.errors import AttachmentError
from alongside.rooms.finding.errors import FindingError
from alongside.rooms.framework.acts import FrameworkError
from alongside.rooms.journeys.errors import JourneyError
from alongside.rooms.merging.errors import MergingError
from alongside.rooms.people.errors import PersonError
from alongside.rooms.sharing.errors import SharingError


def carried_out(form: forms.Form, act: Callable[..., Any], *, by: Account, **known: Any) -> bool:
    """Whether the form was in order and the act took it; a refusal stands on the form in the act's own words.

    The very same form sent again (a second tap, a draft whose save was not answered) is taken, and does nothing twice.
    """
    if not form.is_valid():
        return False
    try:
        with transaction.atomic():
            mark = _mark(form)
            if not mark or saved_for_the_first_time(account=by, mark=mark):
                act(by=by, **known, **form.cleaned_data)
    except (PersonError, JourneyError, FrameworkError, MergingError, FindingError, AttachmentError, SharingError) as refusal:
        form.add_error(None, str(refusal))
        return False
    except ChangedMeanwhile as meanwhile:
        if not isinstance(form, ChangeForm):
            raise
        form.set_beside(meanwhile)
        return False
    return True


def was_carried_out(form: forms.Form, by: Account) -> bool:
    """Whether the very same form was carried out before. For a page that asks something first: it is not asked again."""
    return bool(mark := _mark(form)) and SavedForm.objects.filter(account=by, mark=mark).exists()


def _mark(form: forms.Form) -> str:
    """A digest of the draft's name and all that was sent; "" where the browser keeps no drafts, or the act knows its own key."""
    if not form.data.get("draft") or "client_key" in form.fields:
        return ""
    sent = {name: value for name, value in dict(form.data).items() if name != "csrfmiddlewaretoken"}
    return hashlib.sha256(json.dumps(sent, sort_keys=True).encode()).hexdigest()
