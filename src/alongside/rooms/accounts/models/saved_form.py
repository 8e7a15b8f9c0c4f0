from django.conf import settings
from django.db import models
from django.utils import timezone


class SavedForm(models.Model):
    """One form that was carried out, so that the same form sent again does nothing twice. It holds nothing of what was in it.

    mark: a digest of the draft's name and of all that was sent.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    mark = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "mark"], name="accounts_a_form_is_saved_once")]

    def __str__(self) -> str:
        return "saved form"
