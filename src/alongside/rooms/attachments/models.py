import uuid
from typing import Self

from django.db import models
from django.db.models import Count, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from alongside.core.picture import LONGEST_KEPT
from alongside.core.why import decision, learning, safety
from alongside.rooms.accounts.models import Authored
from alongside.rooms.journeys.models import Conversation, Journey
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models import Person


class AttachmentQuerySet(OfPersonQuerySet["Attachment"]):
    def for_listing(self) -> Self:
        """The newest first, with who keeps it; no bytes are read."""
        return self.select_related("by").order_by("-pk")


class Attachment(Authored):
    """A picture of a letter, a drawing or the like, with a word on why it is kept. What can be seen stands in `picture`.

    width, height: pixels. bytes: of the picture, without its preview.
    """

    class Format(models.TextChoices):
        JPEG = "jpeg"
        PNG = "png"

    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="attachments")
    conversation = models.ForeignKey(Conversation, on_delete=models.SET_NULL, null=True, blank=True, related_name="attachments")
    because = models.CharField(_("why we keep it"), max_length=300)
    kept_off = models.BooleanField(_("keep off what is looked at together"), default=False)
    format = models.CharField(max_length=4, choices=Format)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    bytes = models.PositiveIntegerField()
    client_key = models.UUIDField(default=uuid.uuid4, editable=False)

    objects = AttachmentQuerySet.as_manager()
    person_path = "journey__person"
    why = {
        "because": decision("So that nothing is kept without a reason, and it is understood without being seen."),
        "kept_off": decision("So that what the person wants unseen by others in the room stays unseen."),
        "format": safety("So that a browser shows it as a picture and as nothing else."),
        "width": learning("So that its place on the page is known before it is there."),
        "height": learning("So that its place on the page is known before it is there."),
        "bytes": learning("So that it is known how much is kept."),
    }

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(because=""), name="attachments_says_why_it_is_kept"),
            models.CheckConstraint(condition=Q(format__in=["jpeg", "png"]), name="attachments_is_jpeg_or_png"),
            models.CheckConstraint(
                condition=Q(width__range=(1, LONGEST_KEPT), height__range=(1, LONGEST_KEPT)), name="attachments_fits_its_frame"
            ),
            models.CheckConstraint(condition=Q(bytes__gte=1), name="attachments_has_bytes"),
            models.UniqueConstraint(fields=["journey", "client_key"], name="attachments_one_per_form"),
        ]

    def __str__(self) -> str:
        return "picture"


def how_many(person: Person) -> Coalesce:
    """How many are kept of someone, to be read with another query."""
    counted = Attachment.objects.of(person).order_by().values(Attachment.person_path).annotate(many=Count("pk")).values("many")
    return Coalesce(Subquery(counted), 0)


class Picture(models.Model):
    """The bytes, in a table of their own: a list of attachments never reads them."""

    attachment = models.OneToOneField(Attachment, on_delete=models.CASCADE, related_name="picture")
    picture = models.BinaryField()
    preview = models.BinaryField()

    objects = OfPersonQuerySet.as_manager()
    person_path = "attachment__journey__person"
    why = {
        "picture": decision("So that a letter can be read again together, and a drawing is not lost."),
        "preview": decision("So that it is found again among others."),
    }

    def __str__(self) -> str:
        return "what can be seen"
