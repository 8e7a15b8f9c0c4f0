from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def still_open(self, *, at: datetime) -> "InvitationQuerySet":
        return self.filter(ended_at=None, expires_at__gt=at)


class Invitation(models.Model):
    """One link, sent to the address of an account. Whoever takes it up signs in as that account, once.

    digest: SHA-256 of the token in the link; the token itself is kept nowhere. by: none where it was made at a terminal.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    taken_up = models.BooleanField(default=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account"], condition=Q(ended_at=None), name="invitations_one_open_for_an_account"),
            models.CheckConstraint(condition=Q(taken_up=False) | Q(ended_at__isnull=False), name="invitations_taken_up_is_ended"),
        ]

    def __str__(self) -> str:
        return "invitation"
