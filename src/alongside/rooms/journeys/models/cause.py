from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.core.why import decision
from alongside.rooms.accounts.models import Authored
from alongside.rooms.journeys.models.conversation import Conversation
from alongside.rooms.journeys.models.journey import Journey
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models.on_map import OnMap, StillOnMapManager
from alongside.rooms.people.parts import Part


class BetweenThoseOnMap(models.Manager.from_queryset(OfPersonQuerySet)):  # type: ignore[misc]  # made by Django at run time
    """Leaves out what leads to, or from, something that was taken out."""

    def get_queryset(self) -> OfPersonQuerySet[Any]:
        on_map = {"cause__taken_out_at": None, "effect__taken_out_at": None}
        return super().get_queryset().filter(**on_map)  # type: ignore[no-any-return]


class Cause(OnMap):
    """Something that lies behind how things are: the person's view, ours, or seen together."""

    class SeenBy(models.TextChoices):
        THEIRS = "theirs", _("their view")
        OURS = "ours", _("our view")
        TOGETHER = "together", _("seen together")

    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="causes")
    conversation = models.ForeignKey(Conversation, on_delete=models.SET_NULL, null=True, blank=True, related_name="causes")
    what = models.CharField(_("what lies behind it"), max_length=200)
    seen_by = models.CharField(_("whose view"), max_length=8, choices=SeenBy, default=SeenBy.OURS)
    is_how_we_met = models.BooleanField(_("this is what we met about"), default=False)
    eased_on = models.DateField(null=True, blank=True)
    eased_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    kept_off = models.BooleanField(_("keep off what is looked at together"), default=False)

    objects = StillOnMapManager()
    person_path = "journey__person"
    part = Part.BEHIND
    why = {
        **OnMap.why_on_map,
        "what": decision("So that what is done reaches what lies behind, and not only what shows."),
        "seen_by": decision("So that our view is not taken for theirs."),
        "is_how_we_met": decision("So that what they asked for stands beside what lies behind it."),
        "eased_on": decision("So that what has become lighter can be seen."),
        "eased_by": decision("So that it is known who saw that."),
        "kept_off": decision("So that what the person wants unseen by others in the room stays unseen."),
    }

    class Meta(OnMap.Meta):
        abstract = False
        ordering = ["pk"]
        constraints = [
            *OnMap.Meta.constraints,
            models.UniqueConstraint(fields=["journey", "client_key"], name="journeys_cause_added_once"),
            models.CheckConstraint(condition=~Q(what=""), name="journeys_cause_says_what"),
            models.CheckConstraint(
                condition=Q(eased_on=None, eased_by=None) | Q(eased_on__isnull=False, eased_by__isnull=False),
                name="journeys_eased_has_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def eased(self) -> bool:
        return self.eased_on is not None


class LeadsTo(Authored):
    """One cause leads to another. Loops are allowed: a vicious circle is a finding."""

    cause = models.ForeignKey(Cause, on_delete=models.CASCADE, related_name="leads")
    effect = models.ForeignKey(Cause, on_delete=models.CASCADE, related_name="led_by")

    every = OfPersonQuerySet.as_manager()
    objects = BetweenThoseOnMap()
    person_path = "cause__journey__person"
    part = Part.BEHIND
    why = {
        "cause": decision("So that what leads to what can be seen."),
        "effect": decision("So that what leads to what can be seen."),
    }

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["cause", "effect"], name="journeys_leads_to_once"),
            models.CheckConstraint(condition=~Q(cause=F("effect")), name="journeys_nothing_causes_itself"),
        ]

    def __str__(self) -> str:
        return "leads to"
