from django.db import models

from alongside.core.why import decision
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models.person import Person


class Identifier(models.Model):
    """A number or name by which somebody's own list knows the person, such as the team's reference."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="identifiers")
    issuer = models.CharField(max_length=40)
    value = models.CharField(max_length=60)

    objects = OfPersonQuerySet.as_manager()
    person_path = "person"
    why = {
        "issuer": decision("So that it is known whose list the reference is from."),
        "value": decision("So that they are known again when a list is brought in a second time."),
    }

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issuer", "value"], name="people_one_person_per_reference")]

    def __str__(self) -> str:
        return self.value
