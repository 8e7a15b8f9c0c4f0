from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.core.why import law
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models import Person


class AskedQuerySet(OfPersonQuerySet["Asked"]):
    def waiting(self) -> Self:
        """Not answered yet, the longest waiting first."""
        return self.filter(answered_at=None).order_by("at", "pk")


class Asked(models.Model):
    """The person asks the information lead to put something right, to take something out, or for everything that is held.

    by: the account that wrote it down for them; empty where they did it at their own door.
    """

    class Kind(models.TextChoices):
        CORRECTION = "correction", _("put something right")
        REMOVAL = "removal", _("take something out")
        EVERYTHING = "everything", _("give me everything you hold")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="asked")
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = AskedQuerySet.as_manager()
    person_path = "person"
    why = {
        "kind": law("So that it is known what they ask for."),
        "words": law("So that it is known in their own words what should change."),
        "answer": law("So that they are answered."),
        "answered_at": law("So that it is known that they were answered in time."),
        "answered_by": law("So that it is known who answered."),
    }

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind="everything") | ~Q(words=""), name="sharing_asked_for_something"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None, answered_by=None)
                | (~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False)),
                name="sharing_asked_answered_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
