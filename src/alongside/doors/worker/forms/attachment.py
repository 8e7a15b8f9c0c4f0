"""Keeping a picture with a word on why, and saying otherwise why."""

from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from alongside.core.picture import MOST_BYTES, CleanPicture
from alongside.doors.worker.fields import kept_off, short_text
from alongside.doors.worker.forms.change import ChangeForm
from alongside.rooms.attachments.acts import cleaned
from alongside.rooms.attachments.errors import AttachmentError
from alongside.rooms.journeys.models import Conversation
from alongside.rooms.people.models import Person

LIMIT_MB = MOST_BYTES // 1024 // 1024
LONGEST_BECAUSE = 300


def why_kept() -> forms.CharField:
    hint = _("What it shows and what it is for, so that it is understood without being seen.")
    return short_text(_("Why we keep it"), longest=LONGEST_BECAUSE, required=True, hint=hint)


class AttachmentForm(forms.Form):
    """conversation: the one it belongs to, of this person, where the page was reached from it."""

    picture = forms.FileField(
        label=_("The picture"),
        help_text=_("A photograph of a letter, a drawing. JPEG, PNG or WebP, up to %(limit)s MB. Where it was taken is not kept.")
        % {"limit": LIMIT_MB},
        widget=forms.FileInput({"data-limit-mb": str(LIMIT_MB), "accept": "image/*"}),
        error_messages={"required": _("Choose the picture."), "empty": _("The file is empty. Choose the one with the picture.")},
    )
    because = why_kept()
    kept_off = kept_off()
    conversation = forms.ModelChoiceField(
        Conversation.objects.none(),
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": _("That conversation is not there any more.")},
    )
    client_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, person: Person, conversation: Conversation | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = {"client_key": uuid4(), "conversation": conversation}
        super().__init__(*args, **kwargs)
        self.fields["conversation"].queryset = Conversation.objects.of(person).select_related("journey")  # type: ignore[attr-defined]

    def clean_picture(self) -> CleanPicture:
        """What may be kept of the file. One that is too large is refused unread."""
        sent: UploadedFile[bytes] = self.cleaned_data["picture"]
        try:
            return cleaned(sent.read(MOST_BYTES + 1))
        except AttachmentError as refusal:
            raise ValidationError(str(refusal)) from refusal


class AttachmentChangeForm(ChangeForm):
    because = why_kept()
    kept_off = kept_off()
