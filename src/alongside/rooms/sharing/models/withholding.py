from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.core.why import law, safety
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models import Person


class WithholdingQuerySet(OfPersonQuerySet["Withholding"]):
    def standing(self) -> Self:
        return self.filter(ended_at=None)

    def rows_of(self, person: Person, label: str, *kinds: str) -> Any:
        """The numbers of a model's rows that stand withheld, for `exclude(pk__in=...)`. label: app.Model."""
        kinds = kinds or tuple(Withholding.Kind.values)
        return self.standing().filter(person=person, label=label.lower(), kind__in=kinds).values("row")


class Withholding(models.Model):
    """One thing that is not on the person's own page.

    Kept off: by the person, or by a worker with a reason; it is read together, face to face, and is in the pack when they ask for
    everything. Withheld: what the law lets us keep back even then, marked, reasoned and looked at by the information lead.
    label, row: which row of which holding. by_person: they asked for it themself. by: empty where they did it at their own door.
    """

    class Kind(models.TextChoices):
        KEPT_OFF = "kept-off", _("kept off the page")
        LAW = "law", _("withheld as the law allows")

    class Ground(models.TextChoices):
        OTHERS = "others", _("it is someone else’s information")
        HARM = "harm", _("it would be likely to do serious harm")
        INQUIRY = "inquiry", _("it would harm an inquiry")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="withholdings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    label = models.CharField(max_length=60)
    row = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=8, choices=Kind)
    by_person = models.BooleanField(default=False)
    reason = models.TextField(blank=True)
    ground = models.CharField(max_length=7, choices=Ground, blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    looked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = WithholdingQuerySet.as_manager()
    person_path = "person"
    why = {
        "label": safety("So that it is known what is not on the page."),
        "row": safety("So that it is known what is not on the page."),
        "kind": law("So that what is only kept off the page is given when everything is asked for."),
        "by_person": law("So that it is known that they wanted it so."),
        "reason": law("So that it is known why."),
        "ground": law("So that it is known on what ground in law it is withheld."),
        "looked_at": law("So that it is known that somebody else looked at it."),
        "looked_by": law("So that it is known who looked at it."),
        "ended_at": law("So that it is known when it came back onto the page."),
        "ended_by": law("So that it is known who decided that."),
    }

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["person", "label"], name="sharing_withheld_of", condition=Q(ended_at=None))]
        constraints = [
            models.UniqueConstraint(fields=["label", "row", "kind"], condition=Q(ended_at=None), name="sharing_withheld_once"),
            models.CheckConstraint(condition=Q(by_person=True) | ~Q(reason=""), name="sharing_withholding_has_its_reason"),
            models.CheckConstraint(
                condition=Q(kind="kept-off", ground="") | (Q(kind="law", by_person=False) & ~Q(ground="")),
                name="sharing_withheld_on_a_ground",
            ),
            models.CheckConstraint(
                condition=Q(looked_at=None, looked_by=None) | Q(looked_at__isnull=False, looked_by__isnull=False),
                name="sharing_withheld_looked_at_whole",
            ),
            models.CheckConstraint(condition=Q(by_person=True) | Q(by__isnull=False), name="sharing_withheld_by_somebody"),
            models.CheckConstraint(condition=Q(ended_by=None) | Q(ended_at__isnull=False), name="sharing_withholding_end_has_its_moment"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
