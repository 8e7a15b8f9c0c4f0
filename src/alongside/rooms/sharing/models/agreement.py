from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.core.why import law
from alongside.rooms.accounts.models import Authored
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models import Person
from alongside.rooms.people.parts import Part


class AgreementQuerySet(OfPersonQuerySet["Agreement"]):
    def current(self, on: date) -> Self:
        """Those that open something on a local calendar day: begun, not over, not withdrawn."""
        lasting = (Q(until_on=None) | Q(until_on__gte=on)) & (Q(authority_until_on=None) | Q(authority_until_on__gte=on))
        return self.filter(lasting, from_on__lte=on, withdrawn_at=None)

    def for_listing(self) -> Self:
        """Those that stand first, then the newest."""
        return (
            self.select_related("account__organisation", "by")
            .prefetch_related("parts")
            .order_by(F("withdrawn_at").desc(nulls_first=True), "-pk")
        )


class Agreement(Authored):
    """The person's permission: with whom, which parts, until when. It ends the moment it is withdrawn.

    account: someone who signs in, and then sees those parts. Otherwise `name` and `organisation` say who may be told.
    withdrawn_by: empty where the person did it themself, at their own door.
    """

    class How(models.TextChoices):
        THEMSELF = "themself", _("they said so themself")
        SUPPORTED = "supported", _("they said so, with someone’s support")
        AUTHORITY = "authority", _("someone who may decide for them said so")
        BEST_INTERESTS = "best-interests", _("they could not decide this; it was decided in their best interests")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="agreements")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="agreements")
    name = models.CharField(max_length=120, blank=True)
    organisation = models.CharField(max_length=120, blank=True)
    what_for = models.CharField(max_length=200)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    how = models.CharField(max_length=14, choices=How, default=How.THEMSELF)
    who_agreed = models.CharField(max_length=120, blank=True)
    authority_seen_on = models.DateField(null=True, blank=True)
    authority_until_on = models.DateField(null=True, blank=True)
    capacity_words = models.TextField(blank=True)
    capacity_on = models.DateField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = AgreementQuerySet.as_manager()
    person_path = "person"
    why = {
        "account": law("So that it is known with whom the person agreed to share."),
        "name": law("So that it is known with whom the person agreed to share."),
        "organisation": law("So that nobody is taken for someone of the same name."),
        "what_for": law("So that what is shared is used for that and nothing else."),
        "from_on": law("So that it is known since when it was shared."),
        "until_on": law("So that sharing ends when the person said it should."),
        "how": law("So that it is known who agreed, and how."),
        "who_agreed": law("So that it is known who supported the person, or decided for them."),
        "authority_seen_on": law("So that it is known that the authority to decide for the person was seen."),
        "authority_until_on": law("So that nobody decides for the person longer than they may."),
        "capacity_words": law("So that it is known why this decision was not the person's to make on that day."),
        "capacity_on": law("So that it is known for which day that was found: another day may be another matter."),
        "withdrawn_at": law("So that sharing ended when the person took their permission back."),
        "withdrawn_by": law("So that it is known who took it back with them."),
    }

    class Meta:
        indexes = [models.Index(fields=["account", "person"], name="sharing_agreed_with", condition=Q(withdrawn_at=None))]
        constraints = [
            models.CheckConstraint(condition=Q(account__isnull=False) | ~Q(name=""), name="sharing_agreement_with_somebody"),
            models.CheckConstraint(condition=~Q(what_for=""), name="sharing_agreement_for_something"),
            models.CheckConstraint(condition=Q(until_on=None) | Q(until_on__gte=F("from_on")), name="sharing_agreement_from_before_until"),
            models.CheckConstraint(condition=Q(how="themself") | ~Q(who_agreed=""), name="sharing_agreement_says_who_agreed"),
            models.CheckConstraint(condition=~Q(how="authority") | Q(authority_seen_on__isnull=False), name="sharing_authority_was_seen"),
            models.CheckConstraint(
                condition=~Q(how="best-interests") | (Q(capacity_on__isnull=False) & ~Q(capacity_words="")),
                name="sharing_capacity_for_that_decision",
            ),
            models.CheckConstraint(condition=Q(withdrawn_by=None) | Q(withdrawn_at__isnull=False), name="sharing_withdrawn_has_its_moment"),
        ]

    def __str__(self) -> str:
        return "permission"


class AgreedPart(models.Model):
    """One part that an agreement covers."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="parts")
    part = models.CharField(max_length=8, choices=Part)

    objects = OfPersonQuerySet.as_manager()
    person_path = "agreement__person"
    why = {
        "agreement": law("So that only what the person agreed to is seen."),
        "part": law("So that only what the person agreed to is seen."),
    }

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agreement", "part"], name="sharing_a_part_agreed_once")]

    def __str__(self) -> str:
        return self.get_part_display()
