from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.core.why import law, safety
from alongside.rooms.accounts.models import Authored
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models import Person
from alongside.rooms.people.parts import Part


class TellingQuerySet(OfPersonQuerySet["Telling"]):
    def current(self, on: date) -> Self:
        """Those that open something on a local calendar day."""
        return self.filter(Q(until_on=None) | Q(until_on__gte=on), on__lte=on, told=True)

    def for_listing(self) -> Self:
        return self.select_related("account__organisation", "by").prefetch_related("parts", "objections").order_by("-on", "-pk")


class Telling(Authored):
    """We had to tell someone, or we decided not to. What came back is written down too; the lead stays the lead.

    account: someone who signs in and whom a duty lets see some parts, until `until_on`. Otherwise `whom` says who was told.
    """

    class Ground(models.TextChoices):
        CHILD = "child", _("a child may be at risk")
        ADULT = "adult", _("an adult may be at risk and cannot protect themself")
        DANGER = "danger", _("someone is in danger")
        REFER = "refer", _("a duty to refer")
        COURT = "court", _("a court or an inquiry asked for it")
        TASK = "task", _("part of a public task, without a duty")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tellings")
    told = models.BooleanField(default=True)
    ground = models.CharField(max_length=6, choices=Ground)
    because = models.TextField()
    whom = models.CharField(max_length=200, blank=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="told_of")
    on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    said = models.TextField(blank=True)
    knew = models.BooleanField(default=False)
    why_not_known = models.TextField(blank=True)
    came_back = models.TextField(blank=True)
    came_back_on = models.DateField(null=True, blank=True)

    objects = TellingQuerySet.as_manager()
    person_path = "person"
    why = {
        "told": law("So that it is known whether someone was told, or why it was decided not to."),
        "ground": law("So that it is known which duty or danger it was."),
        "because": law("So that the decision can be understood and questioned."),
        "whom": law("So that it is known who was told."),
        "account": law("So that whoever the duty names sees what they must, and no more."),
        "on": law("So that it is known when."),
        "until_on": law("So that it ends."),
        "said": law("So that it is known what was said, and no more was said than had to be."),
        "knew": law("So that it is known whether the person knew."),
        "why_not_known": law("So that it is known why the person was not told first."),
        "came_back": safety("So that whoever told somebody knows what became of it."),
        "came_back_on": safety("So that it is known how long an answer took."),
    }

    class Meta:
        indexes = [models.Index(fields=["account", "person"], name="sharing_told_whom", condition=Q(told=True))]
        constraints = [
            models.CheckConstraint(condition=~Q(because=""), name="sharing_telling_has_its_reason"),
            models.CheckConstraint(
                condition=Q(told=False, account=None) | (Q(told=True) & ~Q(whom="") & ~Q(said="")), name="sharing_told_whom_and_what"
            ),
            models.CheckConstraint(condition=Q(told=False) | Q(knew=True) | ~Q(why_not_known=""), name="sharing_knew_or_why_not"),
            models.CheckConstraint(condition=Q(until_on=None) | Q(until_on__gte=F("on")), name="sharing_telling_on_before_until"),
            models.CheckConstraint(
                condition=Q(came_back="", came_back_on=None) | (~Q(came_back="") & Q(came_back_on__isnull=False)),
                name="sharing_came_back_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return "we told someone" if self.told else "we decided not to tell"


class ToldPart(models.Model):
    """One part that whoever was told may see."""

    telling = models.ForeignKey(Telling, on_delete=models.CASCADE, related_name="parts")
    part = models.CharField(max_length=8, choices=Part)

    objects = OfPersonQuerySet.as_manager()
    person_path = "telling__person"
    why = {"telling": law("So that no more is seen than a duty asks for."), "part": law("So that no more is seen than a duty asks for.")}

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["telling", "part"], name="sharing_a_part_told_once")]

    def __str__(self) -> str:
        return self.get_part_display()


class Objection(models.Model):
    """The person objects to something that was shared without a duty. Someone must answer.

    by: the account that wrote it down for them; empty where they did it themself.
    """

    telling = models.ForeignKey(Telling, on_delete=models.CASCADE, related_name="objections")
    words = models.TextField()
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.TextField(blank=True)
    stopped = models.BooleanField(default=False)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = OfPersonQuerySet.as_manager()
    person_path = "telling__person"
    why = {
        "telling": law("So that it is known what the person objects to."),
        "words": law("So that their objection stands in their own words."),
        "answer": law("So that they are answered."),
        "stopped": law("So that it is known whether the sharing ended."),
        "answered_at": law("So that it is known when they were answered."),
        "answered_by": law("So that it is known who answered."),
    }

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="sharing_objection_has_words"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None, answered_by=None, stopped=False)
                | (~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False)),
                name="sharing_objection_answered_whole",
            ),
        ]

    def __str__(self) -> str:
        return "objection"
