"""What a team decides by, in versions. The two rules are not here: no team can edit them (see rules.py)."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.rooms.accounts.models import Authored
from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.teams.models import Team


class FrameworkQuerySet(models.QuerySet["Framework"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """The frameworks of the teams the viewer is in."""
        return self.filter(team__in=Team.objects.visible_to(viewer))

    def newest_first(self) -> Self:
        return self.order_by("-version")


class Framework(Authored):
    """One version of a team's purpose and principles. Never changed: a new version is written, the old ones are kept."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="frameworks")
    version = models.PositiveIntegerField()
    purpose = models.TextField()
    principles = models.JSONField(default=list)  # list of sentences, in order
    changed_because = models.TextField(blank=True)

    objects = FrameworkQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "version"], name="framework_one_of_each_version")]

    def __str__(self) -> str:
        return f"version {self.version}"


class Authority(models.Model):
    """What the team decides itself, up to a ceiling, and who is asked beyond it. Money in pence."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="authorities")
    what = models.CharField(max_length=200)
    per_decision_pence = models.PositiveIntegerField(null=True, blank=True)
    per_month_team_pence = models.PositiveIntegerField(null=True, blank=True)
    per_month_person_pence = models.PositiveIntegerField(null=True, blank=True)
    beyond = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "authorities"
        constraints = [models.CheckConstraint(condition=~Q(what=""), name="framework_authority_says_what")]

    def __str__(self) -> str:
        return self.what
