from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.core.why import law, safety
from alongside.rooms.accounts.models import Authored
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models import Person


class BreakGlass(Authored):
    """Someone's story opened in an emergency by a worker who may not see it otherwise, with a reason and for a set time.

    `by` opened it. The information lead looks at each; the person is told, unless that would put someone at risk.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="broken_glass")
    reason = models.TextField()
    until_at = models.DateTimeField()
    not_told_because = models.TextField(blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    looked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    found = models.TextField(blank=True)

    objects = OfPersonQuerySet.as_manager()
    person_path = "person"
    why = {
        "reason": safety("So that it is known why the story was opened by someone who could not see it otherwise."),
        "until_at": safety("So that it closed again."),
        "not_told_because": safety("So that nobody is put at risk by a notice, and it is known why there was none."),
        "looked_at": law("So that it is known that somebody looked at it."),
        "looked_by": law("So that it is known who looked at it."),
        "found": law("So that it is known whether it was right."),
    }

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["by", "until_at"], name="sharing_glass_broken_by")]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="sharing_glass_has_its_reason"),
            models.CheckConstraint(condition=Q(until_at__gt=F("at")), name="sharing_glass_closes_after_it_opened"),
            models.CheckConstraint(
                condition=Q(looked_at=None, looked_by=None, found="")
                | (Q(looked_at__isnull=False, looked_by__isnull=False) & ~Q(found="")),
                name="sharing_glass_looked_at_whole",
            ),
        ]

    def __str__(self) -> str:
        return "broken glass"
