from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.core.why import learning
from alongside.rooms.accounts.models import AuthoredByThemToo
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models import Person
from alongside.rooms.people.parts import Part


class LifePicture(AuthoredByThemToo):
    """How the person sees their life on one day, area by area, where they want such a picture. Nobody changes it afterwards."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="life_pictures")
    on = models.DateField(_("when"))
    words = models.TextField(_("in words"), blank=True)
    expects_more = models.BooleanField(_("“I expect more now”"), default=False)

    objects = OfPersonQuerySet.as_manager()
    person_path = "person"
    part = Part.CONTROL
    why = {
        "on": learning("So that earlier pictures can be laid under this one."),
        "words": learning("So that what a picture cannot say stands beside it in their words."),
        "expects_more": learning("So that a place further back is not taken for worse when hopes rose."),
    }

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return "life picture"


class LifeArea(models.Model):
    """One area of a life picture, picked or named by the person, and their own place in it. It is never added up."""

    class Place(models.IntegerChoices):
        FAR = 0, _("far from how I want it")
        START = 1, _("a start is made")
        PART = 2, _("part of the way")
        NEAR = 3, _("nearly there")
        THERE = 4, _("how I want it")

    picture = models.ForeignKey(LifePicture, on_delete=models.CASCADE, related_name="areas")
    name = models.CharField(_("area"), max_length=80)
    place = models.PositiveSmallIntegerField(_("my place"), choices=Place)

    objects = OfPersonQuerySet.as_manager()
    person_path = "picture__person"
    part = Part.CONTROL
    why = {
        "picture": learning("So that it is known of which day it is."),
        "name": learning("So that it is about what matters to them, by the name they give it."),
        "place": learning("So that they can see for themselves how it moves."),
    }

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["picture", "name"], name="sharing_an_area_once"),
            models.CheckConstraint(condition=~Q(name=""), name="sharing_area_has_a_name"),
            models.CheckConstraint(condition=Q(place__lte=4), name="sharing_area_place_is_one_of_five"),
        ]

    def __str__(self) -> str:
        return self.name
