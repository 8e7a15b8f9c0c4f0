import uuid
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from alongside.core.why import decision, learning
from alongside.rooms.accounts.models import Authored
from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.journeys.models.involvement import Involvement
from alongside.rooms.journeys.models.journey import Journey
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.teams.models import Member


class SharedTalkQuerySet(OfPersonQuerySet["SharedTalk"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """To whoever wrote it: it is on no record yet. Once its writer is neither alongside nor in the team, to whoever leads there."""
        seen = super().visible_to(viewer)
        alongside = Involvement.objects.current(viewer.on).filter(journey=OuterRef("journey"))
        member = Member.objects.current(viewer.on).filter(team=OuterRef("journey__team"), account=OuterRef("by"))
        left = ~Exists(alongside.filter(account=OuterRef("by"))) & ~Exists(member)
        leads = Exists(alongside.filter(account=viewer.account, part=Involvement.Part.LEAD))
        return seen.filter(Q(by=viewer.account) | (left & leads))


class SharedTalk(Authored):
    """A conversation with more than one person we walk with, until its writer has said which words go to whom.

    journey: on whose page it was written; the others are `SharedWith`.
    """

    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="shared_talks")
    held_on = models.DateField(_("when"))
    where = models.CharField(_("where"), max_length=120, blank=True)
    minutes = models.PositiveSmallIntegerField(_("how long, in minutes"), null=True, blank=True)
    words = models.TextField(_("what was said, what we learnt"))
    client_key = models.UUIDField(default=uuid.uuid4, editable=False)

    objects = SharedTalkQuerySet.as_manager()
    person_path = "journey__person"
    why = {
        "held_on": decision("So that the story can be followed in time."),
        "where": learning("So that it is known where talking comes easily."),
        "minutes": learning("So that time with people can be set beside time spent recording."),
        "words": decision("So that nothing said is lost before it is clear whose record it belongs on."),
    }

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(words=""), name="journeys_shared_talk_has_words"),
            models.UniqueConstraint(fields=["by", "client_key"], name="journeys_one_shared_talk_per_form"),
        ]

    def __str__(self) -> str:
        return f"conversation on {self.held_on}, to be placed"


class SharedWith(models.Model):
    """Another person who was there."""

    talk = models.ForeignKey(SharedTalk, on_delete=models.CASCADE, related_name="others")
    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="+")

    objects = OfPersonQuerySet.as_manager()
    person_path = "journey__person"
    why = {"talk": decision("So that their words reach their own record, and nobody else's.")}

    class Meta:
        constraints = [models.UniqueConstraint(fields=["talk", "journey"], name="journeys_shared_with_once")]

    def __str__(self) -> str:
        return "was there too"
