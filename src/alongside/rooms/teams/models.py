"""Places, their teams, who is in them, who decides beyond them, and the numbers to ring when someone is not safe."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.core.reference import new_reference
from alongside.rooms.accounts.viewer import Viewer


class Place(models.Model):
    """A locality. `is_example` is set only when an example place is made in an empty installation."""

    name = models.CharField(max_length=120, unique=True)
    is_example = models.BooleanField(default=False, editable=False)

    def __str__(self) -> str:
        return self.name


class SafetyNumber(models.Model):
    """A number to ring when someone is not safe, in the order in which the place wants them read."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="safety_numbers")
    label = models.CharField(max_length=120)
    number = models.CharField(max_length=40)
    hours = models.CharField(max_length=80, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.label


class TeamQuerySet(models.QuerySet["Team"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """The teams the viewer is in on that day."""
        return self.filter(pk__in=Member.objects.current(viewer.on).filter(account=viewer.account).values("team"))


class Team(models.Model):
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="teams")
    ref = models.CharField(max_length=12, unique=True, default=new_reference, editable=False)
    name = models.CharField(max_length=120, unique=True)
    phone = models.CharField(max_length=40, blank=True)

    objects = TeamQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name


class WritingWeek(models.Model):
    """What writing up cost a team in one week: of no conversation, and of no one worker.

    seconds: during which the form was being written in. times: how many write-ups.
    """

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="writing_weeks")
    monday_on = models.DateField()
    seconds = models.PositiveIntegerField(default=0)
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "monday_on"], name="teams_one_writing_week")]

    def __str__(self) -> str:
        return f"week of {self.monday_on}"

    @property
    def minutes(self) -> int:
        return round(self.seconds / 60)


class MemberQuerySet(models.QuerySet["Member"]):
    def current(self, on: models.Field | object) -> Self:  # type: ignore[type-arg]
        """Those in the team on a local calendar day."""
        return self.filter(Q(to_on=None) | Q(to_on__gt=on), from_on__lte=on)


class Member(models.Model):
    """Someone in a team, from one day to another (on which they are no longer in it).

    phone: on which people they walk with ring them.
    """

    class Part(models.TextChoices):
        WORKER = "worker", _("worker")
        LEAD = "lead", _("lead")
        FACILITATOR = "facilitator", _("facilitator")

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="members")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")
    part = models.CharField(max_length=12, choices=Part, default=Part.WORKER)
    phone = models.CharField(max_length=40, blank=True)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    objects = MemberQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "account"], condition=Q(to_on=None), name="teams_in_a_team_once"),
            models.CheckConstraint(condition=Q(to_on=None) | Q(to_on__gte=F("from_on")), name="teams_from_before_to"),
        ]

    def __str__(self) -> str:
        return f"{self.account} in {self.team}"


class LinkedDecisionMaker(models.Model):
    """Whom the team asks, straight, about one subject that is beyond its own authority."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="decision_makers")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="decides_for")
    subject = models.CharField(max_length=120)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(to_on=None) | Q(to_on__gte=F("from_on")), name="teams_linked_from_before_to")]

    def __str__(self) -> str:
        return self.subject
