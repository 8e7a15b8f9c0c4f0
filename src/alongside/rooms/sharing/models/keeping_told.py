from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.core.why import law
from alongside.rooms.accounts.models import Authored
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models import Person


class KeepingTold(Authored):
    """Whether the person was told what we keep and why: shown, left with them, or not yet and why."""

    class How(models.TextChoices):
        SHOWN = "shown", _("we looked at it together")
        LEFT = "left", _("we left it with them")
        NOT_YET = "not-yet", _("not yet")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="keeping_told")
    how = models.CharField(max_length=7, choices=How)
    on = models.DateField()
    why_not_yet = models.CharField(max_length=400, blank=True)

    objects = OfPersonQuerySet.as_manager()
    person_path = "person"
    why = {
        "how": law("So that it is known that the person knows what is kept and why."),
        "on": law("So that it is known when they were told."),
        "why_not_yet": law("So that telling them is not forgotten."),
    }

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(how="not-yet") | ~Q(why_not_yet=""), name="sharing_not_told_yet_says_why"),
        ]

    def __str__(self) -> str:
        return self.get_how_display()
