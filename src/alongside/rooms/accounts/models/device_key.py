import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q

KEY_BYTES = 32  # AES-256


def new_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


class DeviceKey(models.Model):
    """The key that seals an account's unsaved words on one device. Ending it destroys it: what is sealed there stays sealed.

    device: a random name that only the device's browser holds. key: empty once it has ended.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="device_keys")
    device = models.CharField(max_length=43)
    key = models.BinaryField(max_length=KEY_BYTES, default=new_key)
    made_at = models.DateTimeField(auto_now_add=True)
    asked_at = models.DateTimeField(auto_now=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(fields=["account", "device"], condition=Q(ended_at=None), name="accounts_one_key_per_device"),
            models.CheckConstraint(
                condition=Q(ended_at=None) & ~Q(key=b"") | Q(ended_at__isnull=False, key=b""), name="accounts_ended_key_is_destroyed"
            ),
        ]

    def __str__(self) -> str:
        return "device"
