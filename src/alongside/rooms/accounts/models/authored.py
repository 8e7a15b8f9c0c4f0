from django.conf import settings
from django.db import models
from django.utils import timezone


class Authored(models.Model):
    """Everything that is written down has an author and a moment."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True
