from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.core.calendar import months_later
from alongside.core.why import law
from alongside.rooms.accounts.models import Authored
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models import Person


class AccessRequest(Authored):
    """The person asks for everything that is held on them. Answered within a month of the day they asked.

    The clock stands still while we wait for an answer to a question of ours (Pause); two months more where it is complex, said
    within the first month and with the reason. Source: UK GDPR, article 12(3).
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="access_requests")
    asked_on = models.DateField()
    how = models.CharField(_("how they asked"), max_length=200, blank=True)
    extended_because = models.CharField(max_length=400, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = OfPersonQuerySet.as_manager()
    person_path = "person"
    why = {
        "asked_on": law("So that they are answered within the time the law gives."),
        "how": law("So that the answer reaches them in the way they asked."),
        "extended_because": law("So that they know why it takes longer."),
        "answered_on": law("So that it is known that they were answered."),
        "answered_by": law("So that it is known who answered."),
    }

    class Meta:
        ordering = ["asked_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on=None, answered_by=None) | Q(answered_on__isnull=False, answered_by__isnull=False),
                name="rights_answer_has_who_and_when",
            ),
            models.CheckConstraint(condition=Q(answered_on=None) | Q(answered_on__gte=F("asked_on")), name="rights_answered_after_asked"),
        ]

    def __str__(self) -> str:
        return "access request"

    def due_on(self, today: date) -> date:
        """The last day on which the answer is in time. today: how far a pause that goes on has stopped the clock. One query."""
        stopped = sum((((one.ended_on or today) - one.begun_on) for one in self.pauses.all()), timedelta())
        return months_later(self.asked_on, 3 if self.extended_because else 1) + stopped


class Pause(Authored):
    """We asked the person something that we need to know first; until they answer the clock stands still."""

    request = models.ForeignKey(AccessRequest, on_delete=models.CASCADE, related_name="pauses")
    asked = models.CharField(_("what we asked them"), max_length=400)
    begun_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    objects = OfPersonQuerySet.as_manager()
    person_path = "request__person"
    why = {
        "request": law("So that it is known which request waits."),
        "asked": law("So that it is known what we needed to know."),
        "begun_on": law("So that the clock is right."),
        "ended_on": law("So that the clock is right."),
    }

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["request"], condition=Q(ended_on=None), name="rights_one_pause_at_a_time"),
            models.CheckConstraint(condition=Q(ended_on=None) | Q(ended_on__gte=F("begun_on")), name="rights_pause_begun_before_ended"),
            models.CheckConstraint(condition=~Q(asked=""), name="rights_pause_says_what_was_asked"),
        ]

    def __str__(self) -> str:
        return "pause"


class Redaction(Authored):
    """What the pack shows in place of words about somebody else: looked at by a person, passage by passage.

    label, row, field: where the words stand. passage: taken out; empty where someone looked and nothing had to be.
    """

    request = models.ForeignKey(AccessRequest, on_delete=models.CASCADE, related_name="redactions")
    label = models.CharField(max_length=60)
    row = models.PositiveBigIntegerField()
    field = models.CharField(max_length=40)
    passage = models.TextField(blank=True)

    objects = OfPersonQuerySet.as_manager()
    person_path = "request__person"
    why = {
        "request": law("So that it is known for which answer it was looked at."),
        "label": law("So that it is known where the words stand."),
        "row": law("So that it is known where the words stand."),
        "field": law("So that it is known where the words stand."),
        "passage": law("So that what is somebody else’s is not given away."),
    }

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["request", "label", "row", "field", "passage"], name="rights_a_passage_taken_out_once"),
        ]

    def __str__(self) -> str:
        return "redaction"
