from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.core.why import law
from alongside.rooms.accounts.models import Authored
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models import Person
from alongside.rooms.teams.models import Place


class RetentionRule(Authored):
    """How long one kind of record is kept after our time with someone has ended, and why so long. Nothing ends without a look at it.

    label: a holding (app.Model), or "people.Person" for everything that has no rule of its own. months: after the end.
    """

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="retention_rules")
    label = models.CharField(max_length=60)
    months = models.PositiveSmallIntegerField()
    because = models.CharField(max_length=400)

    class Meta:
        ordering = ["label"]
        constraints = [
            models.UniqueConstraint(fields=["place", "label"], name="rights_one_rule_for_a_kind"),
            models.CheckConstraint(condition=Q(months__gte=1), name="rights_rule_lasts"),
            models.CheckConstraint(condition=~Q(because=""), name="rights_rule_says_why"),
        ]

    def __str__(self) -> str:
        return self.label


class Hold(Authored):
    """Nothing of this person is disposed of while it stands: a court, an inquiry, a complaint; or somebody looked and it is still needed.

    until_on: when it is looked at again; empty until somebody ends it.
    """

    class Kind(models.TextChoices):
        LEGAL = "legal", _("the law holds it")
        NEEDED = "needed", _("looked at, and still needed")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="holds")
    kind = models.CharField(max_length=6, choices=Kind)
    reason = models.CharField(max_length=400)
    until_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = OfPersonQuerySet.as_manager()
    person_path = "person"
    why = {
        "kind": law("So that it is known why it is kept longer."),
        "reason": law("So that it is known why it is kept longer."),
        "until_on": law("So that it is looked at again."),
        "ended_at": law("So that it is known when that ended."),
        "ended_by": law("So that it is known who decided that."),
    }

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="rights_hold_says_why"),
            models.CheckConstraint(condition=Q(kind="legal") | Q(until_on__isnull=False), name="rights_needed_until_a_day"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="rights_hold_end_has_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class Complaint(Authored):
    """The person complains about how their story is kept, and is answered."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="complaints")
    words = models.TextField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = OfPersonQuerySet.as_manager()
    person_path = "person"
    why = {
        "words": law("So that their complaint stands in their own words."),
        "answer": law("So that they are answered."),
        "answered_at": law("So that it is known when they were answered."),
        "answered_by": law("So that it is known who answered."),
    }

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="rights_complaint_has_words"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None, answered_by=None)
                | (~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False)),
                name="rights_complaint_answered_whole",
            ),
        ]

    def __str__(self) -> str:
        return "complaint"
