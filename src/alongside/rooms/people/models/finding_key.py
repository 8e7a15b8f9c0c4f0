from django.db import models

from alongside.core.why import decision
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models.person import Person


class FindingKey(models.Model):
    """One of the keys under which a person is found although somebody typed a name otherwise (see core/likeness/keys.py).

    Kept by the acts of this room with the person, in the same transaction; made from the person, and holding nothing that is not there.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="finding_keys")
    key = models.BigIntegerField()

    objects = OfPersonQuerySet.as_manager()
    person_path = "person"
    why = {"key": decision("So that they are found, and not met as a stranger, when a name is heard or written otherwise.")}

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "person"], name="people_finding_key_once")]

    def __str__(self) -> str:
        return "key"
