from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from alongside.rooms.accounts.models.organisation import Organisation


class Role(models.TextChoices):
    """By which door an account comes in. What it may see there is decided by the gate, never by the role."""

    WORKER = "worker", _("worker")
    MANAGER = "manager", _("manager")
    DECISION_MAKER = "decision-maker", _("decision-maker")
    STEWARD = "steward", _("steward")
    INFORMATION_LEAD = "information-lead", _("information lead")


class AccountManager(BaseUserManager["Account"]):
    def get_by_natural_key(self, username: str | None) -> "Account":
        """Sign-in by e-mail, however it is capitalised."""
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """Someone who signs in: a member of a team or a colleague linked to one. Never the person walked with."""

    email = models.EmailField(max_length=254, unique=True)
    called = models.CharField(max_length=80)
    name = models.CharField(max_length=200, blank=True)
    job = models.CharField(max_length=120, blank=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="accounts")
    role = models.CharField(max_length=20, choices=Role, default=Role.WORKER)
    is_active = models.BooleanField(default=True)
    added_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[AccountManager] = AccountManager()
    USERNAME_FIELD = "email"

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="accounts_one_account_per_email")]

    def __str__(self) -> str:
        return self.called
