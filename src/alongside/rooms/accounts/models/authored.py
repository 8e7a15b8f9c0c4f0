from django.conf import settings
from django.db import models
from django.utils import timezone


class Authored(models.Model):
    """Everything that is written down has an author and a moment."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True


class AuthoredByThemToo(models.Model):
    """As Authored, for what the person can write as well. by: empty where they wrote it themself, at their own door."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True

    @property
    def by_themself(self) -> bool:
        return self.by_id is None
