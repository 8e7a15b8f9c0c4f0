"""The one gate: who may see whom. Every noun of a person filters through it, and a door obtains rows in no other way."""

from collections.abc import Callable
from typing import Any, Self, TypeVar

from django.apps import apps
from django.db import connection, models
from django.db.models import Case, Q, Value, When

from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.people.compiled import ACCOUNT, AT, ON, Steps, compiled
from alongside.rooms.people.parts import Part

Row = TypeVar("Row", bound=models.Model)


class Apart(models.Func):
    """A column for which no index is used: where another index narrows more than the set of people whom the viewer sees."""

    template = "+%(expressions)s"
    output_field = models.BigIntegerField()


def gate(viewer: Viewer, path: str, column: str = "") -> Q:
    """The rule, for rows from which `path` leads to a person ("pk" from a person).

    Seen are people the viewer is alongside, whose team holds them, or whose story they opened in an emergency, on the viewer's day
    and in their moment. Ended memberships and involvements open nothing; someone sealed is seen by named accounts alone; who is
    still arriving is not here yet. It is one set of people's numbers, read once a query whatever the number of rows.

    column: the name of an annotation that holds the person's number, where the planner is to read it `Apart`.
    """
    return Q(**{f"{column or path}__in": compiled(connection.vendor, "seen", _seen).asked_by(viewer)})


def gate_to_part(viewer: Viewer, path: str, part: Part) -> Q:
    """The rule for whom an agreement or a duty covers: rows of one part of a story, and nothing else of it."""
    return Q(**{f"{path}__in": compiled(connection.vendor, f"covered {part}", lambda: _covered(part)).asked_by(viewer)})


def gate_to_any_part(viewer: Viewer, path: str) -> Q:
    """People of whom an agreement or a duty shows the viewer anything at all."""
    return Q(**{f"{path}__in": compiled(connection.vendor, "covered", _covered).asked_by(viewer)})


def _seen() -> Steps:
    """Each line adds people or takes them away from those before it."""
    return [
        ("", _alongside()),
        ("UNION", _held_by_team()),
        ("UNION", _broken_glass()),
        ("EXCEPT", _people().filter(sealed_on__isnull=False).values("pk")),
        ("UNION", _named()),
        ("EXCEPT", _arriving()),
    ]


def _covered(part: Part | None = None) -> Steps:
    return [
        ("", _agreed(part)),
        ("UNION", _told(part)),
        ("EXCEPT", _people().filter(sealed_on__isnull=False).values("pk")),
        ("EXCEPT", _arriving()),
    ]


def _people() -> Any:
    return apps.get_model("people", "Person")._base_manager.all()


def _arriving() -> Any:
    return _people().filter(arrival__landed_at=None, arrival__isnull=False).values("pk")


def _reaching(name: str) -> Any:
    """Rows that lead to a person by the name of a reverse relation, for the rooms they stand in are above this one."""
    return apps.get_model("people", "Person")._meta.get_field(name).related_model._base_manager.all()  # type: ignore[union-attr]


def _alongside() -> Any:
    return _journeys_with("involvements")


def _held_by_team() -> Any:
    return _journeys_with("team__members")


def _journeys_with(path: str) -> Any:
    """The numbers of people whose time with us has a current row of the viewer's at the end of a path."""
    current = Q(**{f"{path}__to_on": None}) | Q(**{f"{path}__to_on__gt": ON})
    mine = {f"{path}__account": ACCOUNT, f"{path}__from_on__lte": ON}
    return _reaching("journeys").filter(current, **mine).values("person")


def _broken_glass() -> Any:
    return _reaching("broken_glass").filter(by=ACCOUNT, until_at__gt=AT).values("person")


def _named() -> Any:
    return _reaching("named").filter(account=ACCOUNT, ended_at=None, person__sealed_on__isnull=False).values("person")


def _agreed(part: Part | None) -> Any:
    lasting = (Q(until_on=None) | Q(until_on__gte=ON)) & (Q(authority_until_on=None) | Q(authority_until_on__gte=ON))
    agreed = _reaching("agreements").filter(lasting, account=ACCOUNT, from_on__lte=ON, withdrawn_at=None)
    return (agreed.filter(parts__part=part.value) if part else agreed.filter(parts__isnull=False)).values("person")


def _told(part: Part | None) -> Any:
    lasting = Q(until_on=None) | Q(until_on__gte=ON)
    told = _reaching("tellings").filter(lasting, account=ACCOUNT, on__lte=ON, told=True)
    return (told.filter(parts__part=part.value) if part else told.filter(parts__isnull=False)).values("person")


class PersonQuerySet(models.QuerySet[Row]):
    def visible_to(self, viewer: Viewer) -> Self:
        """People whose whole story the gate shows to the viewer. Costs one query; no duplicates."""
        return self.filter(gate(viewer, "pk"))

    def shared_with(self, viewer: Viewer) -> Self:
        """People of whom an agreement or a duty shows the viewer some parts."""
        return self.filter(gate_to_any_part(viewer, "pk"))

    def with_ground(self, viewer: Viewer) -> Self:
        """Annotate `ground`: why the gate opened, for the journal. The nearest ground counts."""
        grounds = [("alongside", _alongside), ("team", _held_by_team), ("named", _named)]
        whens = [When(pk__in=compiled(connection.vendor, name, _alone(rows)).asked_by(viewer), then=Value(name)) for name, rows in grounds]
        return self.annotate(ground=Case(*whens, default=Value("emergency")))


def _alone(rows: Callable[[], Any]) -> Callable[[], Steps]:
    return lambda: [("", rows())]


class OfPersonQuerySet(models.QuerySet[Row]):
    """Rows about a person. The model names its way to them in `person_path`, and the part of the story it belongs to in `part`."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Rows about people whose whole story the gate shows to the viewer."""
        return self.filter(gate(viewer, self.model.person_path))  # type: ignore[attr-defined]  # a test holds that each has one

    def shared_with(self, viewer: Viewer) -> Self:
        """Rows that an agreement or a duty shows to the viewer: of the parts it covers. What names no part is never shared."""
        part: Part | None = getattr(self.model, "part", None)
        return self.filter(gate_to_part(viewer, self.model.person_path, part)) if part else self.none()  # type: ignore[attr-defined]

    def of(self, person: models.Model) -> Self:
        """Rows about one person, whom the caller obtained through the gate."""
        return self.filter(**{self.model.person_path: person})  # type: ignore[attr-defined]
