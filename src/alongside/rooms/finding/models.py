from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.core.why import decision, law
from alongside.rooms.accounts.models import Authored
from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.journeys.models import Involvement
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models import Person

SHOWN_FOR = timedelta(days=14)


class RingRequestQuerySet(OfPersonQuerySet["RingRequest"]):
    def waiting_for(self, viewer: Viewer) -> Self:
        """Those about people with whom the viewer leads, not answered yet, of the last two weeks; the newest first. Through the gate."""
        leads = Involvement.objects.current(viewer.on).filter(account=viewer.account, part=Involvement.Part.LEAD).walking()
        recent = self.visible_to(viewer).filter(answer="", at__gte=timezone.now() - SHOWN_FOR, person__in=leads.values("journey__person"))
        return recent.exclude(by=viewer.account).select_related("by__organisation", "person").order_by("-at")


class RingRequest(Authored):
    """*I am with this person, please ring me*: left by somebody whom the gate shows nobody of that name.

    What was typed is not kept. `person` is whom it surely fits, or nobody: a row is written either way, by the same statement.
    """

    class Answer(models.TextChoices):
        RANG = "rang", _("we rang")
        LEFT = "left", _("we left it")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="ring_requests")
    ring_on = models.CharField(_("the number to ring"), max_length=60)
    answer = models.CharField(max_length=4, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = RingRequestQuerySet.as_manager()
    person_path = "person"
    why = {
        "ring_on": decision("So that whoever is with them can be rung, if the person is glad of that."),
        "answer": law("So that it is known whether anyone outside was told that we know them."),
        "answered_at": law("So that it is known when."),
        "answered_by": law("So that it is known who decided."),
    }

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(ring_on=""), name="finding_ring_request_has_a_number"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None, answered_by=None)
                | (~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False)),
                name="finding_answer_has_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return "ring me"
