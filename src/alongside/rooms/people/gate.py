"""The one gate: who may see whom. Every noun of a person filters through it, and a door obtains rows in no other way."""

from typing import Any, Self, TypeVar

from django.apps import apps
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When

from alongside.rooms.accounts.viewer import Viewer

Row = TypeVar("Row", bound=models.Model)


def _landed() -> Q:
    return Q(arrival=None) | Q(arrival__landed_at__isnull=False)


class PersonQuerySet(models.QuerySet[Row]):
    def visible_to(self, viewer: Viewer) -> Self:
        """People the viewer is alongside, or whose team holds them, on the viewer's day.

        Ended memberships and involvements open nothing; who is still arriving is not here yet. Costs one query; no duplicates.
        """
        return self.filter(_landed()).filter(self._alongside(viewer) | self._held_by_team(viewer))

    def with_ground(self, viewer: Viewer) -> Self:
        """Annotate `ground`: why the gate opened, for the journal."""
        return self.annotate(ground=Case(When(self._alongside(viewer), then=Value("alongside")), default=Value("team")))

    def _alongside(self, viewer: Viewer) -> Exists:
        return self._through("journeys__involvements", viewer)

    def _held_by_team(self, viewer: Viewer) -> Exists:
        return self._through("journeys__team__members", viewer)

    def _through(self, path: str, viewer: Viewer) -> Exists:
        """Whether a current row of the viewer's stands at the end of a reverse path, taken by name from rooms above."""
        current = Q(**{f"{path}__to_on": None}) | Q(**{f"{path}__to_on__gt": viewer.on})
        begun = Q(**{f"{path}__account": viewer.account, f"{path}__from_on__lte": viewer.on})
        return Exists(self.model._default_manager.filter(begun & current, pk=OuterRef("pk")))


class OfPersonQuerySet(models.QuerySet[Row]):
    """Rows about a person. The model names its way to them in `person_path`."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Rows about people whom the gate shows to the viewer."""
        people: Any = apps.get_model("people", "Person")._default_manager
        path = self.model.person_path  # type: ignore[attr-defined]  # every model with this queryset has one, a test holds it
        return self.filter(**{f"{path}__in": people.visible_to(viewer)})

    def of(self, person: models.Model) -> Self:
        """Rows about one person, whom the caller obtained through the gate."""
        return self.filter(**{self.model.person_path: person})  # type: ignore[attr-defined]
