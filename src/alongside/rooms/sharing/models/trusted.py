from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.core.why import law
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models import Person
from alongside.rooms.people.parts import Part


class Trusted(models.Model):
    """Someone whom the person lets into parts of their page: a friend, an advocate, an interpreter; or who may decide for them.

    by: the account that wrote it down with them; empty where they did it themself.
    """

    class Role(models.TextChoices):
        FRIEND = "friend", _("a friend or relative")
        ADVOCATE = "advocate", _("an advocate")
        INTERPRETER = "interpreter", _("an interpreter")
        AUTHORITY = "authority", _("someone who may decide for them")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="trusted")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=11, choices=Role)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    until_on = models.DateField(null=True, blank=True)
    authority_seen_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = OfPersonQuerySet.as_manager()
    person_path = "person"
    why = {
        "name": law("So that it is known whom they let in."),
        "role": law("So that it is known who that is to them."),
        "until_on": law("So that it ends when they said it should."),
        "authority_seen_on": law("So that it is known that the authority to decide for the person was seen."),
        "ended_at": law("So that it is known when they were let out again."),
    }

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="sharing_trusted_has_a_name"),
            models.CheckConstraint(
                condition=~Q(role="authority") | Q(authority_seen_on__isnull=False), name="sharing_trusted_authority_was_seen"
            ),
            models.CheckConstraint(condition=Q(ended_at=None) | Q(ended_at__gte=F("at")), name="sharing_trusted_ends_after_it_began"),
        ]

    def __str__(self) -> str:
        return self.name


class TrustedPart(models.Model):
    """One part that someone trusted may see."""

    trusted = models.ForeignKey(Trusted, on_delete=models.CASCADE, related_name="parts")
    part = models.CharField(max_length=8, choices=Part)

    objects = OfPersonQuerySet.as_manager()
    person_path = "trusted__person"
    why = {
        "trusted": law("So that they see what the person wanted, and no more."),
        "part": law("So that they see what the person wanted, and no more."),
    }

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["trusted", "part"], name="sharing_a_part_trusted_once")]

    def __str__(self) -> str:
        return self.get_part_display()
