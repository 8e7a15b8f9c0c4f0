from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.core.why import law, safety
from alongside.rooms.accounts.models import Authored
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.models.trusted import Trusted

CODE_LIVES = timedelta(minutes=10)
TRIES = 5


class PersonLinkQuerySet(OfPersonQuerySet["PersonLink"]):
    def standing(self) -> Self:
        return self.filter(ended_at=None)


class PersonLink(Authored):
    """How the person comes to their own page: chosen with them, after *who else uses this phone?*

    A link alone opens nothing: it leads to a page that asks for a code, which travels another way.
    token_digest: SHA-256 of the token, which is kept nowhere. code_by, code_to: how the code travels, and where to.
    trusted: someone whom the person lets into parts has a link of their own.
    reach_digest: of what *how to reach them* said when it was chosen. Where that was changed since, nothing is sent.
    """

    class How(models.TextChoices):
        LINK = "link", _("a private link")
        PAPER = "paper", _("on paper")
        TOGETHER = "together", _("read together")
        NONE = "none", _("not at all, for now")

    class CodeBy(models.TextChoices):
        TEXT = "text", _("a text message")
        EMAIL = "email", _("an e-mail")
        VOICE = "voice", _("we say it, on the phone or face to face")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="links")
    trusted = models.ForeignKey(Trusted, on_delete=models.CASCADE, null=True, blank=True, related_name="links")
    how = models.CharField(max_length=8, choices=How)
    who_else = models.CharField(max_length=200, blank=True)
    token_digest = models.CharField(max_length=64, blank=True)
    code_by = models.CharField(max_length=5, choices=CodeBy, blank=True)
    code_to = models.CharField(max_length=254, blank=True)
    reach_digest = models.CharField(max_length=64, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = PersonLinkQuerySet.as_manager()
    person_path = "person"
    why = {
        "trusted": law("So that it is known whose link it is."),
        "how": safety("So that their page reaches them in the way that is safe for them."),
        "who_else": safety("So that nothing is sent to a phone that somebody dangerous may hold."),
        "token_digest": safety("So that a link can be recognised, and cannot be read out of here."),
        "code_by": safety("So that the code does not travel the way of the link."),
        "code_to": safety("So that the code reaches them."),
        "reach_digest": safety("So that nothing is sent in a way that was safe once, and is not any more."),
        "ended_at": safety("So that a link that was lost opens nothing."),
        "ended_by": safety("So that it is known who stopped it."),
    }

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["token_digest"], condition=~Q(token_digest=""), name="sharing_a_token_opens_one_link"),
            models.UniqueConstraint(fields=["person"], condition=Q(ended_at=None, trusted=None), name="sharing_one_way_to_their_page"),
            models.CheckConstraint(
                condition=(Q(how="link") & ~Q(token_digest="") & ~Q(code_by=""))
                | (~Q(how="link") & Q(token_digest="", code_by="", code_to="")),
                name="sharing_link_has_token_and_code",
            ),
            models.CheckConstraint(condition=Q(code_by__in=["", "voice"]) | ~Q(code_to=""), name="sharing_code_goes_somewhere"),
            models.CheckConstraint(condition=Q(ended_by=None) | Q(ended_at__isnull=False), name="sharing_link_end_has_its_moment"),
        ]

    def __str__(self) -> str:
        return self.get_how_display()


class DoorCode(models.Model):
    """A code that opens a link once, for ten minutes and five tries. digest: keyed; the code itself is kept nowhere.

    link: empty where it was asked for with a link that opens nothing. A row is written either way, by the same statement.
    """

    link = models.ForeignKey(PersonLink, on_delete=models.CASCADE, null=True, blank=True, related_name="codes")
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    until_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)

    objects = OfPersonQuerySet.as_manager()
    person_path = "link__person"
    why = {
        "link": safety("So that a code opens one link."),
        "digest": safety("So that a code can be recognised, and cannot be read out of here."),
        "until_at": safety("So that an old code opens nothing."),
        "tries": safety("So that nobody finds a code by trying."),
        "used_at": safety("So that a code opens once."),
    }

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["link", "at"], name="sharing_codes_of_a_link")]
        constraints = [
            models.CheckConstraint(condition=Q(tries__lte=TRIES), name="sharing_a_code_is_tried_five_times"),
            models.CheckConstraint(condition=Q(until_at__gt=F("at")), name="sharing_a_code_lives"),
        ]

    def __str__(self) -> str:
        return "code"


class SittingQuerySet(OfPersonQuerySet["Sitting"]):
    def open(self, at: datetime) -> Self:
        """Those that have not ended, of links that stand."""
        trusted = Q(link__trusted=None) | Q(link__trusted__ended_at=None)
        return self.filter(trusted, ended_at=None, until_at__gt=at, link__ended_at=None)


class Sitting(models.Model):
    """The page is open, in one browser, after a code. key_digest: SHA-256 of what that browser holds in a cookie."""

    link = models.ForeignKey(PersonLink, on_delete=models.CASCADE, related_name="sittings")
    key_digest = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()
    until_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = SittingQuerySet.as_manager()
    person_path = "link__person"
    why = {
        "link": safety("So that the page shown is that of the link."),
        "key_digest": safety("So that only the browser that gave the code has the page open."),
        "until_at": safety("So that a page left open closes by itself."),
        "ended_at": safety("So that it is known when it closed."),
    }

    class Meta:
        ordering = ["-pk"]
        constraints = [models.CheckConstraint(condition=Q(until_at__gt=F("at")), name="sharing_a_sitting_lasts")]

    def __str__(self) -> str:
        return "sitting"
