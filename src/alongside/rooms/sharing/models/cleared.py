from django.db import models

from alongside.core.why import Why
from alongside.rooms.accounts.models import Authored
from alongside.rooms.journeys.models import Conversation
from alongside.rooms.people.gate import OfPersonQuerySet


class Cleared(Authored):
    """Whoever wrote a conversation up has confirmed that no one else's private facts are in it: it may stand on the person's page."""

    conversation = models.OneToOneField(Conversation, on_delete=models.CASCADE, related_name="cleared")

    objects = OfPersonQuerySet.as_manager()
    person_path = "conversation__journey__person"
    why: dict[str, Why] = {}

    def __str__(self) -> str:
        return "cleared for the page"
