from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.core.why import decision, law, safety
from alongside.rooms.accounts.models import Authored
from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.journeys.models.journey import Journey, last_talked_on
from alongside.rooms.people.gate import OfPersonQuerySet


class InvolvementQuerySet(OfPersonQuerySet["Involvement"]):
    def current(self, on: date) -> Self:
        return self.filter(Q(to_on=None) | Q(to_on__gt=on), from_on__lte=on)

    def within(self, journey: Journey) -> Self:
        """Those in one time with someone, and in what goes on within it."""
        return self.filter(Q(journey=journey) | Q(journey__joined_into=journey))

    def known_to(self, viewer: Viewer) -> Self:
        """Without those whom the lead alone may know of, unless the viewer leads or it is the viewer."""
        leading = self.model.objects.current(viewer.on).filter(account=viewer.account, part=Involvement.Part.LEAD)
        return self.filter(Q(seen_by_lead_alone=False) | Q(account=viewer.account) | Q(journey__in=leading.values("journey")))

    def walking(self) -> Self:
        """Those in a time with someone that has not ended."""
        return self.exclude(journey__standing=Journey.Standing.ENDED)

    def for_today(self) -> Any:
        """Tuples of what one's own day shows, by name: those of `Journey...for_listing()`, then part, what for, since when."""
        person = ("journey__person__ref", "journey__person__called", "journey__standing", last_talked_on("journey"))
        return self.order_by("journey__person__called", "pk").values_list(*person, "part", "what_for", "from_on")

    def for_listing(self) -> Self:
        """The lead first, then by when they came."""
        leads_first = models.Case(models.When(part=Involvement.Part.LEAD, then=0), default=1)
        return self.select_related("account__organisation").order_by(leads_first, "from_on", "pk")


class Involvement(Authored):
    """Someone who is alongside the person, from one day to another."""

    class Part(models.TextChoices):
        LEAD = "lead", _("leads")
        ALONGSIDE = "alongside", _("alongside")
        ASKED_IN = "asked-in", _("asked in")

    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="involvements")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="involvements")
    part = models.CharField(max_length=10, choices=Part)
    what_for = models.CharField(_("what for"), max_length=200, blank=True)
    yes_on = models.DateField(_("the person said yes on"), null=True, blank=True)
    yes_heard_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    seen_by_lead_alone = models.BooleanField(default=False)

    objects = InvolvementQuerySet.as_manager()
    person_path = "journey__person"
    why = {
        "account": decision("So that it is known who is alongside."),
        "part": decision("So that it is known who leads."),
        "what_for": decision("So that it is known why someone was asked in."),
        "yes_on": law("So that it is known that the person agreed, and when."),
        "yes_heard_by": law("So that it is known who heard them agree."),
        "from_on": law("So that it is known since when someone could see their story."),
        "to_on": law("So that it is known until when someone could see their story."),
        "seen_by_lead_alone": safety("So that those alongside know of one another only as the person agrees."),
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["journey"], condition=Q(part="lead", to_on=None), name="journeys_one_lead_at_a_time"),
            models.UniqueConstraint(fields=["journey", "account"], condition=Q(to_on=None), name="journeys_alongside_once"),
            models.CheckConstraint(condition=Q(to_on=None) | Q(to_on__gte=F("from_on")), name="journeys_from_before_to"),
            models.CheckConstraint(
                condition=Q(yes_on=None, yes_heard_by=None) | Q(yes_on__isnull=False, yes_heard_by__isnull=False),
                name="journeys_yes_has_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return self.get_part_display()
