"""Keeping a picture, saying otherwise why, taking it out."""

from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from alongside.core.picture import CleanPicture, Unfit, UnfitPicture, clean_picture
from alongside.core.two_editors import Stood, mine_to_change
from alongside.rooms.accounts.models import Account
from alongside.rooms.attachments.errors import AttachmentError
from alongside.rooms.attachments.models import Attachment, Picture
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.journeys.models import Conversation, Journey
from alongside.rooms.people.models import Person


def cleaned(raw: bytes) -> CleanPicture:
    """What may be kept of a file. Takes up to a second or two: before the transaction, not in it. Raises AttachmentError."""
    said = {
        Unfit.NO_PICTURE: _("This is no picture that can be kept. Choose a JPEG, PNG or WebP: a photograph or a screenshot is one."),
        Unfit.BROKEN: _("This picture is broken or not all there. Take it again, or choose another."),
        Unfit.TOO_MANY_BYTES: _("This picture is larger than 10 MB. Take it again with a smaller size, or crop it."),
        Unfit.TOO_MANY_PIXELS: _("This picture has more than 40 million pixels, or more than 20,000 on a side. Make it smaller."),
    }
    try:
        return clean_picture(raw)
    except UnfitPicture as unfit:
        raise AttachmentError(said[unfit.why]) from unfit


@transaction.atomic
def keep_attachment(
    *,
    journey: Journey,
    picture: CleanPicture,
    because: str,
    by: Account,
    kept_off: bool = False,
    conversation: Conversation | None = None,
    client_key: UUID | None = None,
) -> Attachment:
    """Keep what can be seen, and why. The same client_key within one journey is the same save, and gives what it kept.

    Raises AttachmentError without a reason, and where the conversation is not of that person.
    """
    if not because.strip():
        raise AttachmentError(_("Say why it is kept. A few words are enough."))
    if conversation and conversation.journey.person_id != journey.person_id:
        raise AttachmentError(_("That conversation is not there any more."))
    Journey.objects.select_for_update().get(pk=journey.pk)  # of two taps at once, the second waits
    key = client_key or uuid4()
    if already := Attachment.objects.filter(journey=journey, client_key=key).first():
        return already
    kept = Attachment.objects.create(
        journey=journey,
        conversation=conversation,
        because=because.strip(),
        kept_off=kept_off,
        format=picture.format,
        width=picture.width,
        height=picture.height,
        bytes=len(picture.picture),
        by=by,
        client_key=key,
    )
    Picture.objects.create(attachment=kept, picture=picture.picture, preview=picture.preview)
    write_entry(act="attachments.attachment_kept", by=by, subject=journey.person)
    return kept


@transaction.atomic
def change_attachment(*, attachment: Attachment, by: Account, as_it_stood: Stood | None = None, **known: Any) -> Attachment:
    """Say otherwise why it is kept, or keep it off. as_it_stood: what the writer had before them.

    Raises ChangedMeanwhile where both changed the same, AttachmentError without a reason.
    """
    attachment = Attachment.objects.select_for_update().get(pk=attachment.pk)
    known = mine_to_change(attachment, known, as_it_stood)
    if not known.get("because", attachment.because).strip():
        raise AttachmentError(_("Say why it is kept. A few words are enough."))
    for field, value in known.items():
        setattr(attachment, field, value)
    attachment.save(update_fields=list(known))
    write_entry(act="attachments.attachment_changed", by=by, subject=attachment.journey.person)
    return attachment


@transaction.atomic
def take_out_attachment(*, attachment: Attachment, by: Account) -> None:
    """Take it out, with its bytes: what has no purpose any more is not kept."""
    write_entry(act="attachments.attachment_taken_out", by=by, subject=attachment.journey.person)
    attachment.delete()


def part_attachments(*, people: list[Person]) -> None:
    """When two records are taken apart: no picture of the one belongs to a conversation of the other. Part of parting."""
    across = Attachment.objects.filter(journey__person__in=people, conversation__isnull=False)
    across.exclude(conversation__journey__person=F("journey__person")).update(conversation=None)
