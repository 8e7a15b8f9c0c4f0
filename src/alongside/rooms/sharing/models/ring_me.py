from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.core.why import decision
from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.journeys.models import Involvement
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models import Person

WAITS_FOR = timedelta(days=28)


class RingMeQuerySet(OfPersonQuerySet["RingMe"]):
    def waiting(self) -> Self:
        return self.filter(answer="")

    def waiting_for(self, viewer: Viewer) -> Self:
        """Those of people with whom the viewer leads, the longest waiting first. Through the gate."""
        leads = Involvement.objects.current(viewer.on).filter(account=viewer.account, part=Involvement.Part.LEAD).walking()
        asked = self.visible_to(viewer).waiting().filter(at__gte=viewer.at - WAITS_FOR, person__in=leads.values("journey__person"))
        return asked.select_related("person").order_by("at")


class RingMe(models.Model):
    """The person asks, at their own door, to be rung by whoever leads."""

    class Answer(models.TextChoices):
        RANG = "rang", _("we rang")
        LEFT = "left", _("we left it")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="asks_to_ring")
    words = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    answer = models.CharField(max_length=4, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = RingMeQuerySet.as_manager()
    person_path = "person"
    why = {
        "words": decision("So that it is known when ringing is good for them."),
        "answer": decision("So that whoever asked to be rung is not forgotten."),
        "answered_at": decision("So that it is known how long they waited."),
        "answered_by": decision("So that it is known who rang."),
    }

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None, answered_by=None)
                | (~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False)),
                name="sharing_ring_answered_whole",
            ),
        ]

    def __str__(self) -> str:
        return "ring me"
