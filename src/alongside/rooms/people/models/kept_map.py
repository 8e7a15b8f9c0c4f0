from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.core.why import learning
from alongside.rooms.accounts.models import Authored
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models.person import Person


class KeptMap(Authored):
    """A map as it stood on one day, so that last spring's lies beside today's. Nobody changes it afterwards.

    content: what stood on it and where, as rows of the map; never a drawing.
    """

    class Kind(models.TextChoices):
        TIES = "ties", _("the people in their life")
        CAUSES = "causes", _("what lies behind it")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="kept_maps")
    kind = models.CharField(max_length=8, choices=Kind)
    drawn_on = models.DateField()
    word = models.CharField(_("a word on why"), max_length=200, blank=True)
    content = models.JSONField()

    objects = OfPersonQuerySet.as_manager()
    person_path = "person"
    why = {
        "kind": learning("So that it is known which map it is."),
        "drawn_on": learning("So that how things stood then can be set beside how they stand now."),
        "word": learning("So that it is known why that day was kept."),
        "content": learning("So that how things stood then can be set beside how they stand now."),
    }

    class Meta:
        ordering = ["-drawn_on", "-pk"]
        constraints = [models.CheckConstraint(condition=Q(kind__in=["ties", "causes"]), name="people_kept_map_is_of_a_kind")]

    def __str__(self) -> str:
        return "kept map"
