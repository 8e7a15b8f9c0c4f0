import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.core.why import decision, learning
from alongside.rooms.accounts.models import Authored
from alongside.rooms.journeys.models.journey import Journey
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.parts import Part


class ConversationQuerySet(OfPersonQuerySet["Conversation"]):
    def for_story(self) -> Any:
        """Tuples of what a story shows: number, day, where, minutes, who, words, written by; newest first."""
        return self.values_list("pk", "held_on", "where", "minutes", "who", "words", "by__called")


class Conversation(Authored):
    """What was said and learnt, in words. A paragraph in quotation marks is the person's own."""

    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="conversations")
    held_on = models.DateField(_("when"))
    where = models.CharField(_("where"), max_length=120, blank=True)
    minutes = models.PositiveSmallIntegerField(_("how long, in minutes"), null=True, blank=True)
    who = models.CharField(_("who was there"), max_length=200, blank=True)
    words = models.TextField(_("what was said, what we learnt"))
    client_key = models.UUIDField(default=uuid.uuid4, editable=False)

    objects = ConversationQuerySet.as_manager()
    person_path = "journey__person"
    part = Part.TALKS
    why = {
        "held_on": decision("So that the story can be followed in time."),
        "where": learning("So that it is known where talking comes easily."),
        "minutes": learning("So that time with people can be set beside time spent recording."),
        "who": decision("So that it is known who heard it."),
        "words": decision("So that nobody has to tell it twice."),
    }

    class Meta:
        ordering = ["-held_on", "-pk"]
        indexes = [models.Index(fields=["journey", "-held_on", "-id"], name="journeys_story")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(words=""), name="journeys_conversation_has_words"),
            models.UniqueConstraint(fields=["journey", "client_key"], name="journeys_one_conversation_per_form"),
        ]

    def __str__(self) -> str:
        return f"conversation on {self.held_on}"

    @property
    def causes_on_map(self) -> Any:
        """The causes drawn out of it that have not been taken out again."""
        return self.causes.filter(taken_out_at=None)
