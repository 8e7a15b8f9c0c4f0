"""Which rows a pack leaves out, with all that hangs on them: what hangs on a row may say what is in it."""

from collections import defaultdict
from typing import Any

from django.db import models

from alongside.rooms.people.holdings import Holding, all_holdings
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.models import Withholding

Rows = dict[str, set[int]]  # by label, in small letters


def left_out(person: Person, *, kept_off_too: bool) -> Rows:
    """What the law lets us withhold; and, where the pack may come into other hands, what is kept off the page as well."""
    kinds = list(Withholding.Kind.values) if kept_off_too else [Withholding.Kind.LAW.value]
    gone: Rows = defaultdict(set)
    for one in Withholding.objects.of(person).standing().filter(kind__in=kinds):
        gone[one.label].add(one.row)
        gone["sharing.withholding"].add(one.pk)  # its reason may say what is withheld: the pack tells its ground
    if kept_off_too:
        for holding in all_holdings():
            if any(field.name == "kept_off" for field in holding.model._meta.concrete_fields):
                gone[holding.label.lower()] |= set(holding.rows(person).filter(kept_off=True).values_list("pk", flat=True))
    while _hanging(person, gone):
        pass
    return gone


def _hanging(person: Person, gone: Rows) -> bool:
    """Add the rows that cannot be without one that is gone. Returns whether there were any."""
    before = sum(len(pks) for pks in gone.values())
    for holding in all_holdings():
        for pk in _rows_with_something_gone(holding, person, gone):
            gone[holding.label.lower()].add(pk)
    return sum(len(pks) for pks in gone.values()) > before


def _rows_with_something_gone(holding: Holding, person: Person, gone: Rows) -> list[int]:
    fields: list[Any] = list(holding.model._meta.concrete_fields)
    parents = [field for field in fields if field.is_relation and not field.null and gone.get(field.related_model._meta.label_lower)]
    wanted = models.Q(pk__in=[])
    for field in parents:
        wanted |= models.Q(**{f"{field.name}__in": gone[field.related_model._meta.label_lower]})
    if {"label", "row"} <= {field.name for field in fields}:
        for label, pks in gone.items():
            wanted |= models.Q(label__iexact=label, row__in=pks)
    return list(holding.model._base_manager.filter(wanted, **{holding.person_path: person.pk}).values_list("pk", flat=True))
