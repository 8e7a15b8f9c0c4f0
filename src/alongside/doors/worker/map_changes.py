"""One small change of a map, as the page sends it: carried out through the acts, and given back with the change that undoes it.

What is sent: {"key": UUID, "do": one of the names below, and what it needs}. `stood` is how the fields stood on the page.
"""

import hashlib
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from alongside.core.two_editors import as_it_stands
from alongside.rooms.accounts.acts import saved_for_the_first_time
from alongside.rooms.accounts.models import Account
from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.people.acts.on_map import on_paper
from alongside.rooms.people.errors import PersonError
from alongside.rooms.people.models import Person

Change = dict[str, Any]


class MapChanges:
    """The changes both maps know. Each gives the change that undoes it.

    places: where everything stands on the page just now, by number, so that the first thing put somewhere leaves the others there.
    """

    model: Any
    form: type[forms.Form]
    names: tuple[str, ...]  # of the fields that can be changed
    puts: Callable[..., Any]
    takes_out: Callable[..., Any]
    puts_back: Callable[..., Any]

    def __init__(self, person: Person, viewer: Viewer, by: Account, places: dict[int, tuple[int, int]]) -> None:
        self.person, self.viewer, self.by, self.places = person, viewer, by, places

    def carry_out(self, change: Change) -> Change | None:
        """The change that undoes it; None where this very change was carried out before.

        Raises the acts' refusals, ChangedMeanwhile, and PersonError for what is no change.
        """
        act = {"add": self.add, "change": self.change, "place": self.place, "take_out": self.take_out, "put_back": self.put_back}
        act |= self.more()
        try:
            key, do = UUID(str(change.get("key"))), act[str(change.get("do"))]
            with transaction.atomic():
                mark = hashlib.sha256(f"map {key}".encode()).hexdigest()
                return do(change) if saved_for_the_first_time(account=self.by, mark=mark) else None
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
            raise PersonError(_("That is no change of this map. Open the page again.")) from error

    def more(self) -> dict[str, Callable[[Change], Change]]:
        return {}

    def add(self, change: Change) -> Change:
        raise NotImplementedError

    def save(self, row: Any, said: dict[str, Any], change: Change) -> None:
        raise NotImplementedError

    def change(self, change: Change) -> Change:
        row = self.row(change)
        said = self.said(change["known"])
        was = {name: self.value(row, name) for name in said}
        self.save(row, said, change)
        row.refresh_from_db()
        return {"do": "change", "id": row.pk, "known": was, "stood": self.stood(row, list(said))}

    def place(self, change: Change) -> Change:
        places = {int(pk): self._point(at) for pk, at in change["places"].items()}
        if any(places.values()):
            self.settle(leaving=set(places))
        rows = list(self.model.objects.of(self.person).filter(pk__in=places))
        was = {str(row.pk): None if row.x is None else [row.x, row.y] for row in rows}
        stood = {int(pk): dict(said) for pk, said in (change.get("stood") or {}).items()}
        type(self).puts(person=self.person, places=places, by=self.by, as_they_stood=stood)
        return {"do": "place", "places": was}

    def take_out(self, change: Change) -> Change:
        row = self.row(change)
        type(self).takes_out(**{self.noun: row}, by=self.by, as_it_stood=change.get("stood"))
        return {"do": "put_back", "id": row.pk}

    def put_back(self, change: Change) -> Change:
        row = self.row(change, self.model.every)
        type(self).puts_back(**{self.noun: row}, by=self.by)
        return {"do": "take_out", "id": row.pk}

    @property
    def noun(self) -> str:
        return str(self.model._meta.model_name)

    def row(self, change: Change, among: Any = None) -> Any:
        rows = (among or self.model.objects).visible_to(self.viewer).of(self.person)
        return get_object_or_404(rows, pk=int(change["id"]))

    def said(self, known: dict[str, Any]) -> dict[str, Any]:
        """What was sent, looked at by the form's own fields, and by those alone that were sent."""
        form = self.form(known)
        form.fields = {name: field for name, field in form.fields.items() if name in known and name in self.names}
        if not form.is_valid() or not form.fields:
            raise PersonError(next((str(fault) for faults in form.errors.values() for fault in faults), _("Nothing was changed.")))
        return dict(form.cleaned_data)

    def value(self, row: Any, name: str) -> Any:
        return getattr(row, name)

    def stood(self, row: Any, names: list[str]) -> dict[str, str]:
        return as_it_stands(row, names)

    def spot(self, change: Change) -> dict[str, Any]:
        """Where a new thing was put, if anywhere, and the page's own number for it."""
        at = self._point(change.get("at"))
        if at:
            self.settle(leaving=set())
        return {"client_key": UUID(str(change["key"])), **({"x": at[0], "y": at[1]} if at else {})}

    def settle(self, *, leaving: set[int]) -> None:
        """What nobody put anywhere yet keeps the place it has on the page."""
        loose = self.model.objects.of(self.person).filter(x=None, pk__in=self.places).exclude(pk__in=leaving)
        places = {pk: self.places[pk] for pk in loose.values_list("pk", flat=True)}
        if places:
            type(self).puts(person=self.person, places=places, by=self.by)

    def _point(self, at: Any) -> tuple[int, int] | None:
        return None if at is None else on_paper((round(float(at[0])), round(float(at[1]))))
