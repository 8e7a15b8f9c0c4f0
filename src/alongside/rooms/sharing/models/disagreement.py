from django.db import models
from django.db.models import Q

from alongside.core.why import law
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models import Person


class Disagreement(models.Model):
    """*I see it differently*: the person's words beside a text about them. Nobody of ours can change or remove them.

    label, row: which row of which holding.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="disagreements")
    label = models.CharField(max_length=60)
    row = models.PositiveBigIntegerField()
    words = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    objects = OfPersonQuerySet.as_manager()
    person_path = "person"
    why = {
        "label": law("So that it stands beside the text it is about."),
        "row": law("So that it stands beside the text it is about."),
        "words": law("So that the person's own view stands beside ours."),
    }

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["person", "label"], name="sharing_seen_differently")]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="sharing_disagreement_has_words")]

    def __str__(self) -> str:
        return "seen differently"
