"""What stands on a map that is drawn together: where it was put, and that it was taken out again."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.core.why import decision
from alongside.rooms.accounts.models import Authored
from alongside.rooms.people.gate import OfPersonQuerySet

FURTHEST = 2000  # units of the drawing, of which a phone is 360 wide


class StillOnMapQuerySet(OfPersonQuerySet[Any]):
    """Rows that were not taken out."""


class StillOnMapManager(models.Manager.from_queryset(StillOnMapQuerySet)):  # type: ignore[misc]  # made by Django at run time
    """Leaves out what was taken out. What is held on someone, merged and erased goes by `every`."""

    def get_queryset(self) -> StillOnMapQuerySet:
        return super().get_queryset().filter(taken_out_at=None)  # type: ignore[no-any-return]


class OnMap(Authored):
    """x, y: the middle of it, in units of the drawing; None where nobody has put it anywhere, and the drawing finds a place.

    client_key: the number a browser gave it, so that adding it again adds nothing.
    """

    x = models.SmallIntegerField(null=True, blank=True)
    y = models.SmallIntegerField(null=True, blank=True)
    client_key = models.UUIDField(null=True, blank=True, editable=False)
    taken_out_at = models.DateTimeField(null=True, blank=True)
    taken_out_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    every = OfPersonQuerySet.as_manager()
    why_on_map = {
        "x": decision("So that a map drawn together stays as it was drawn."),
        "y": decision("So that a map drawn together stays as it was drawn."),
        "taken_out_at": decision("So that what was taken out by mistake can be put back."),
        "taken_out_by": decision("So that it is known who took it out."),
    }

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(x=None, y=None)
                | Q(x__isnull=False, y__isnull=False, x__range=(-FURTHEST, FURTHEST), y__range=(-FURTHEST, FURTHEST)),
                name="%(app_label)s_%(class)s_stands_somewhere",
            ),
            models.CheckConstraint(
                condition=Q(taken_out_at=None, taken_out_by=None) | Q(taken_out_at__isnull=False, taken_out_by__isnull=False),
                name="%(app_label)s_%(class)s_out_has_who_and_when",
            ),
        ]
