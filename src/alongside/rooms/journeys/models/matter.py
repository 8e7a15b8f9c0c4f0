from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.core.why import decision, law
from alongside.rooms.accounts.models import AuthoredByThemToo
from alongside.rooms.journeys.models.conversation import Conversation
from alongside.rooms.journeys.models.journey import Journey
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.parts import Part

ON_THE_FRONT = 3


class MatterQuerySet(OfPersonQuerySet["Matter"]):
    def holding(self) -> Self:
        """What still matters, with who wrote it down."""
        return self.filter(no_longer_on=None).select_related("by")


class Matter(AuthoredByThemToo):
    """Something that matters to the person, and what a good life looks like."""

    class Whose(models.TextChoices):
        THEIRS = "theirs", _("their own words")
        OURS = "ours", _("our words")

    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="matters")
    conversation = models.ForeignKey(Conversation, on_delete=models.SET_NULL, null=True, blank=True, related_name="matters")
    words = models.TextField(_("what matters"))
    whose = models.CharField(_("whose words"), max_length=6, choices=Whose, default=Whose.THEIRS)
    said_on = models.DateField(_("said on"))
    put_first_at = models.DateTimeField(default=timezone.now)
    read_back_on = models.DateField(_("read back on"), null=True, blank=True)
    read_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    no_longer_on = models.DateField(null=True, blank=True)
    kept_off = models.BooleanField(_("keep off what is looked at together"), default=False)
    from_elsewhere = models.BooleanField(default=False)

    objects = MatterQuerySet.as_manager()
    person_path = "journey__person"
    part = Part.MATTERS
    why = {
        "words": decision("So that everything that is done leads toward what matters to them."),
        "whose": decision("So that nobody’s words are taken for theirs."),
        "said_on": decision("So that it is known how long this has mattered."),
        "put_first_at": decision("So that what they put first stands first."),
        "read_back_on": law("So that it is known whether they heard it read back."),
        "read_back_by": law("So that it is known who read it back."),
        "no_longer_on": decision("So that what no longer matters does not stand in the way."),
        "kept_off": decision("So that what the person wants unseen by others in the room stays unseen."),
        "from_elsewhere": decision("So that words from another system never stand as theirs."),
    }

    class Meta:
        ordering = ["-put_first_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="journeys_matter_has_words"),
            models.CheckConstraint(
                condition=Q(read_back_on=None, read_back_by=None) | Q(read_back_on__isnull=False, read_back_by__isnull=False),
                name="journeys_read_back_has_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def may_stand_in_front(self) -> bool:
        """In their own words, not kept off, and never brought in from another system."""
        return self.whose == self.Whose.THEIRS and not self.kept_off and not self.from_elsewhere

    @property
    def as_heard(self) -> bool:
        """Their words as somebody heard them, which they have not yet heard read back."""
        return self.whose == self.Whose.THEIRS and self.read_back_on is None and not self.by_themself


def front_of(matters: Iterable[Matter]) -> list[Matter]:
    """The three that open a person's page, from all that still matter, in the order in which they put them."""
    return [matter for matter in matters if matter.may_stand_in_front][:ON_THE_FRONT]
