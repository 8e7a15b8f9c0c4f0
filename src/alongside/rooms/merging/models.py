"""Two records of one person put together, with what it takes to part them again."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.core.why import decision
from alongside.rooms.accounts.models import Authored
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models import Person


class MergingQuerySet(OfPersonQuerySet["Merging"]):
    def standing(self) -> Self:
        """Not taken apart again."""
        return self.filter(apart_at=None)


class Merging(Authored):
    """kept: the record that goes on; gone: the one that is empty while this stands. before: see `before.Before`."""

    kept = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="mergings")
    gone = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="merged")
    before = models.JSONField()
    apart_at = models.DateTimeField(null=True, blank=True)
    apart_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = MergingQuerySet.as_manager()
    person_path = "kept"
    why = {
        "kept": decision("So that nobody has to tell the same story to two records."),
        "gone": decision("So that a mistake can be put right, and old links still lead to them."),
        "before": decision("So that two people who were taken for one get their own records back, exactly."),
        "apart_at": decision("So that it is known when they were parted again."),
        "apart_by": decision("So that it is known who saw the mistake."),
    }

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(kept=F("gone")), name="merging_two_records"),
            models.UniqueConstraint(fields=["gone"], condition=Q(apart_at=None), name="merging_gone_once"),
            models.CheckConstraint(
                condition=Q(apart_at=None, apart_by=None) | Q(apart_at__isnull=False, apart_by__isnull=False),
                name="merging_apart_has_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return "records put together"
