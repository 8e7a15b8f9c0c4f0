from django.db import models

from alongside.core.why import law
from alongside.rooms.accounts.models import Authored
from alongside.rooms.journeys.models.conversation import Conversation
from alongside.rooms.people.gate import OfPersonQuerySet


class AboutAnother(Authored):
    """A paragraph of a conversation that is about somebody else than the person: theirs, when anybody asks for what is held."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="about_others")
    passage = models.TextField()
    whose = models.CharField(max_length=120)

    objects = OfPersonQuerySet.as_manager()
    person_path = "conversation__journey__person"
    why = {
        "passage": law("So that what is about somebody else is known as theirs, and not given to the person as their own."),
        "whose": law("So that it is known whose it is."),
    }

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "passage"], name="journeys_about_one_other"),
            models.CheckConstraint(condition=~models.Q(whose=""), name="journeys_about_somebody"),
        ]

    def __str__(self) -> str:
        return "about somebody else"
