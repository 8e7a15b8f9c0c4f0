"""Everything that is held on one person, over the registry of holdings: each field with its reason, nothing silently left out."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypedDict

from django.db import models

from alongside.rooms.accounts.models import Account
from alongside.rooms.people.holdings import Holding, all_holdings
from alongside.rooms.people.models import Person
from alongside.rooms.rights.left_out import Rows, left_out
from alongside.rooms.rights.models import AccessRequest
from alongside.rooms.rights.queue import taken_out
from alongside.rooms.sharing.models import Withholding

FORMAT, VERSION = "alongside.story", 1
TAKEN_OUT = "[taken out: it is about somebody else]"


class Field(TypedDict):
    """means: what it is called on screen. why: the sentence the person could be shown. purpose: law, decision, learning or safety."""

    means: str
    why: str
    purpose: str


class Kind(TypedDict):
    """rows: field by field, as text, number, list or null; days and moments as ISO 8601, bytes as base64. withheld: on which grounds."""

    label: str
    title: str
    explain: str
    fields: dict[str, Field]
    rows: list[dict[str, Any]]
    withheld: list[str]


class Story(TypedDict):
    format: str
    version: int
    at: str
    person: str
    kinds: list[Kind]


def whole_story(person: Person, *, at: datetime) -> Story:
    """All of it, as it stands: for moving it elsewhere. Read back by `unpack`."""
    return _story(person, at, lambda holding, row, name, value: value, {})


def pack_for(request: AccessRequest, *, at: datetime, together: bool = False) -> Story:
    """What the person is given: without passages that are somebody else's, each marked as taken out, and without what the law lets us
    withhold, of which the ground is said.

    together: to be read with them, face to face. Then it holds what is kept off their page too; a pack that may come into other
    hands says nothing of that, and leaves no gap.
    """
    taken = taken_out(request)

    def shown(holding: Holding, row: models.Model, name: str, value: Any) -> Any:
        for passage in taken.get((holding.label, row.pk, name), ()):
            value = value.replace(passage, TAKEN_OUT) if passage and isinstance(value, str) else value
        return value

    withheld: dict[str, dict[int, str]] = {}
    for one in Withholding.objects.of(request.person).standing().filter(kind=Withholding.Kind.LAW):
        withheld.setdefault(one.label, {})[one.row] = str(one.get_ground_display())
    gone = left_out(request.person, kept_off_too=not together)
    return _story(request.person, at, shown, withheld, gone, without=OF_OTHERS if together else (*OF_OTHERS, "sharing.Withholding"))


OF_OTHERS = ("rights.Redaction", "journeys.AboutAnother")  # they hold the very words that are taken out


Shown = Callable[[Holding, models.Model, str, Any], Any]


def _story(
    person: Person,
    at: datetime,
    shown: Shown,
    withheld: dict[str, dict[int, str]],
    gone: Rows | None = None,
    without: tuple[str, ...] = (),
) -> Story:
    kinds = []
    for holding in all_holdings():
        if holding.label not in without:
            label = holding.label.lower()
            kinds.append(_kind(holding, person, shown, withheld.get(label, {}), (gone or {}).get(label, set())))
    return Story(format=FORMAT, version=VERSION, at=at.isoformat(), person=person.ref, kinds=kinds)


def _kind(holding: Holding, person: Person, shown: Shown, withheld: dict[int, str], gone: set[int]) -> Kind:
    fields = list(holding.model._meta.concrete_fields)
    rows, grounds = [], []
    for row in holding.model._base_manager.filter(**{holding.person_path: person.pk}).order_by("pk"):
        if row.pk in withheld:
            grounds.append(withheld[row.pk])
        elif row.pk not in gone:
            rows.append({field.name: shown(holding, row, field.name, _value(field, row)) for field in fields})
    why = holding.why
    means = {
        field.name: Field(means=str(field.verbose_name), why=why[field.name].reason, purpose=why[field.name].purpose)
        for field in fields
        if field.name in why
    }
    return Kind(label=holding.label, title=holding.title, explain=holding.explain, fields=means, rows=rows, withheld=grounds)


def _value(field: Any, row: models.Model) -> Any:
    value = getattr(row, field.attname)
    if value is None or isinstance(value, bool | int | float):
        return _named(field, value)
    if isinstance(field, models.JSONField):
        return value
    return field.value_to_string(row)


def _named(field: Any, value: Any) -> Any:
    """An account by its e-mail and a person by their reference: numbers mean nothing elsewhere."""
    if value is None or not field.is_relation:
        return value
    if issubclass(field.related_model, Account):
        return Account.objects.values_list("email", flat=True).get(pk=value)
    if issubclass(field.related_model, Person):
        return Person._base_manager.values_list("ref", flat=True).get(pk=value)
    return value
