"""The one gate: who may see whom. Every noun of a person filters through it, and a door obtains rows in no other way."""

from functools import cache
from typing import Any, Self, TypeVar

from django.apps import apps
from django.db import connection, models
from django.db.models import Case, Q, Value, When

from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.people.compiled import ACCOUNT, ON, Compiled, compiled

Row = TypeVar("Row", bound=models.Model)


class Apart(models.Func):
    """A column for which no index is used: where another index narrows more than the set of people whom the viewer sees."""

    template = "+%(expressions)s"
    output_field = models.BigIntegerField()


def gate(viewer: Viewer, path: str, column: str = "") -> Q:
    """The rule, for rows from which `path` leads to a person ("pk" from a person).

    Seen are people the viewer is alongside, or whose team holds them, on the viewer's day. Ended memberships and involvements
    open nothing; who is still arriving is not here yet. It is one set of people's numbers, read once a query whatever the number of
    rows.

    column: the name of an annotation that holds the person's number, where the planner is to read it `Apart`.
    """
    return Q(**{f"{column or path}__in": _seen(connection.vendor).asked_by(viewer)})


@cache
def _seen(vendor: str) -> Compiled:
    """The set, as SQL: each line adds people or takes them away from those before it."""
    arriving = _people().filter(arrival__landed_at=None, arrival__isnull=False).values("pk")
    return compiled(("", _alongside()), ("UNION", _held_by_team()), ("EXCEPT", arriving))


@cache
def _alongside_only(vendor: str) -> Compiled:
    return compiled(("", _alongside()))


def _people() -> Any:
    return apps.get_model("people", "Person")._base_manager.all()


def _alongside() -> Any:
    return _journeys_with("involvements")


def _held_by_team() -> Any:
    return _journeys_with("team__members")


def _journeys_with(path: str) -> Any:
    """The numbers of people whose time with us has a current row of the viewer's at the end of a path.

    By the names of reverse relations, for the rooms they lead to stand above this one.
    """
    journeys: Any = apps.get_model("people", "Person")._meta.get_field("journeys").related_model
    current = Q(**{f"{path}__to_on": None}) | Q(**{f"{path}__to_on__gt": ON})
    return journeys._base_manager.filter(current, **{f"{path}__account": ACCOUNT, f"{path}__from_on__lte": ON}).values("person")


class PersonQuerySet(models.QuerySet[Row]):
    def visible_to(self, viewer: Viewer) -> Self:
        """People the gate shows to the viewer. Costs one query; no duplicates."""
        return self.filter(gate(viewer, "pk"))

    def with_ground(self, viewer: Viewer) -> Self:
        """Annotate `ground`: why the gate opened, for the journal."""
        alongside = When(pk__in=_alongside_only(connection.vendor).asked_by(viewer), then=Value("alongside"))
        return self.annotate(ground=Case(alongside, default=Value("team")))


class OfPersonQuerySet(models.QuerySet[Row]):
    """Rows about a person. The model names its way to them in `person_path`."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Rows about people whom the gate shows to the viewer."""
        return self.filter(gate(viewer, self.model.person_path))  # type: ignore[attr-defined]  # a test holds that each has one

    def of(self, person: models.Model) -> Self:
        """Rows about one person, whom the caller obtained through the gate."""
        return self.filter(**{self.model.person_path: person})  # type: ignore[attr-defined]
