"""Entries, the seals laid over them, and the reasons that stand beside them."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Seal(models.Model):
    """One batch of entries chained to the batch before it by a keyed hash."""

    number = models.PositiveBigIntegerField(primary_key=True)
    count = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"seal {self.number}"


class Entry(models.Model):
    """One thing done or opened. Append-only: nothing in it changes but its seal, which the sealer sets once.

    subject: an opaque reference such as 'people.person:k7m29xqa4t2b'. No names, no free text.
    ground: why a gate opened: 'alongside', 'team', 'own', or empty where none is needed.
    reason_digest: the salted hash of an erasable Reason, or empty.
    """

    class Kind(models.TextChoices):
        READ = "read"
        WRITE = "write"

    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    act = models.CharField(max_length=60)
    kind = models.CharField(max_length=5, choices=Kind)
    subject = models.CharField(max_length=80)
    ground = models.CharField(max_length=20, blank=True)
    reason_digest = models.CharField(max_length=64, blank=True)
    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, null=True, related_name="entries")

    class Meta:
        indexes = [
            models.Index(fields=["subject", "at"], name="journal_subject_at"),
            models.Index(fields=["by", "at"], name="journal_by_at"),
            models.Index(fields=["id"], name="journal_unsealed", condition=models.Q(seal=None)),
        ]

    def __str__(self) -> str:
        return self.act


class Reason(models.Model):
    """Why something was done, in words. It can be erased: the chain holds only its salted hash."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="reason")
    text = models.TextField()
    salt = models.CharField(max_length=32)

    def __str__(self) -> str:
        return "reason"
