from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.core.why import decision
from alongside.rooms.people.models.on_map import OnMap, StillOnMapManager
from alongside.rooms.people.models.person import Person
from alongside.rooms.people.parts import Part


class Tie(OnMap):
    """Someone in the person's life, and how strong that is. The other is a name, or someone also walked with."""

    class Strength(models.TextChoices):
        STRONG = "strong", _("strong")
        ORDINARY = "ordinary", _("ordinary")
        STRAINED = "strained", _("strained")
        BROKEN = "broken", _("broken")
        WISHED = "wished", _("wished for")

    class Flow(models.TextChoices):
        NONE = "none", _("not said")
        FROM_THEM = "from_them", _("they help")
        TO_THEM = "to_them", _("is of help to them")
        BOTH = "both", _("both ways")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="ties")
    name = models.CharField(_("who"), max_length=120)
    relation = models.CharField(_("how they know each other"), max_length=120, blank=True)
    strength = models.CharField(_("how strong"), max_length=10, choices=Strength, default=Strength.ORDINARY)
    flow = models.CharField(_("which way help flows"), max_length=10, choices=Flow, default=Flow.NONE)
    other = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="named_in")
    kept_off = models.BooleanField(_("keep off what is looked at together"), default=False)

    objects = StillOnMapManager()
    person_path = "person"
    part = Part.PEOPLE
    why = {
        **OnMap.why_on_map,
        "name": decision("So that it is clear who is around them and could be part of what is agreed."),
        "relation": decision("So that it is clear how they know each other."),
        "strength": decision("So that support grows where a tie is strong or wished for, and none is built on a broken one."),
        "flow": decision("So that what the person gives is seen beside what they need."),
        "other": decision("So that two people walked with who know each other are not met as strangers."),
        "kept_off": decision("So that what the person wants unseen by others in the room stays unseen."),
    }

    class Meta(OnMap.Meta):
        abstract = False
        ordering = ["pk"]
        constraints = [
            *OnMap.Meta.constraints,
            models.CheckConstraint(condition=~models.Q(person=models.F("other")), name="people_no_tie_to_oneself"),
            models.UniqueConstraint(fields=["person", "client_key"], name="people_tie_added_once"),
        ]

    def __str__(self) -> str:
        return self.name
