from django.db import models


class Outbox(models.Model):
    """A message that was not sent: in development and in an example place it stands on a page instead. It leads to nobody by itself."""

    way = models.CharField(max_length=5)
    to = models.CharField(max_length=254)
    subject = models.CharField(max_length=80, blank=True)
    body = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return "message"
