"""The registry of holdings: what each room holds on a person, and what becomes of it.

Merge, packs, erasure and the record of processing run only over it; a test finds any table with a way to Person that has not joined.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.apps import apps
from django.db import models

from alongside.core.why import Why


class Merge(StrEnum):
    """What becomes of rows when two records turn out to be one person's."""

    REPOINT = "repoint"  # the row moves, with its author and date
    WITH_PARENT = "with parent"  # it hangs on a row that moves
    STAY = "stay"  # it belongs to the record itself
    DERIVED = "derived"  # made anew from what the record holds
    COMPARE = "compare"  # shown side by side, the worker chooses


@dataclass(frozen=True)
class Holding:
    """label: app.Model. title and explain: for the person to read.

    redact: fields that may hold words about other people. mentions: fields that name another person who is walked with.
    stays: rows added since a merging stay with the record that was kept.

    A holding is exported whole, field by field with its reason, and erased with the person.
    """

    label: str
    title: str
    explain: str
    merge: Merge = Merge.REPOINT
    redact: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    stays: bool = False

    @property
    def model(self) -> type[models.Model]:
        return apps.get_model(self.label)

    @property
    def person_path(self) -> str:
        return str(self.model.person_path)  # type: ignore[attr-defined]

    @property
    def why(self) -> dict[str, Why]:
        return dict(self.model.why)  # type: ignore[attr-defined]

    def rows(self, person: models.Model) -> "models.QuerySet[models.Model]":
        return self.model._default_manager.filter(**{self.person_path: person.pk})


_held: dict[str, Holding] = {}


def hold(*holdings: Holding) -> None:
    """Join the registry; called by each room's AppConfig.ready()."""
    _held.update({holding.label: holding for holding in holdings})


def all_holdings() -> Iterator[Holding]:
    yield from _held.values()
