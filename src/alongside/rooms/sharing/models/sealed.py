from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.core.why import safety
from alongside.rooms.accounts.models import Authored
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models import Person


class Named(Authored):
    """An account that may open someone sealed. Whoever is not named finds nobody there, whatever else would open."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="named")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="named_for")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = OfPersonQuerySet.as_manager()
    person_path = "person"
    why = {
        "account": safety("So that nobody else opens a story that could bring harm."),
        "ended_at": safety("So that it is known until when they could."),
        "ended_by": safety("So that it is known who decided that."),
    }

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "account"], condition=Q(ended_at=None), name="sharing_named_once"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="sharing_named_end_has_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return "named"
