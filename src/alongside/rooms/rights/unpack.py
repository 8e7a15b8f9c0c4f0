"""Reading a whole story back: into an installation that does not hold the person yet."""

from collections.abc import Iterator
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import subject_of, write_entry
from alongside.rooms.journal.erased import note_brought_back
from alongside.rooms.people.acts import keep_finding_keys
from alongside.rooms.people.holdings import Merge, all_holdings
from alongside.rooms.people.models import Person
from alongside.rooms.rights.errors import RightsError
from alongside.rooms.rights.pack import FORMAT, VERSION

Numbers = dict[tuple[str, Any], int]  # (label, number there): number here
# What belongs to two records at once is not carried over: how two records were put together, and who else was at a shared talk.
OF_TWO = ("merging.Merging", "journeys.SharedWith")


@transaction.atomic
def unpack(story: dict[str, Any], *, by: Account | None) -> Person:
    """Lay a story of `whole_story` back, whole or not at all: every row with its author and its moments.

    Teams, organisations and accounts must be there, accounts by their e-mail. Someone named who is not here stays a name.
    Raises RightsError for what is no story, of another version, of someone who is here, or whose authors are not.
    """
    if story.get("format") != FORMAT or story.get("version") != VERSION:
        raise RightsError(_("This is no story of this version."))
    if Person._base_manager.filter(ref=story["person"]).exists():
        raise RightsError(_("This person is here already."))
    rows = {kind["label"]: kind["rows"] for kind in story["kinds"]}
    accounts = dict(Account.objects.values_list("email", "pk"))
    numbers: Numbers = {}
    for model in _in_order():
        for row in rows.get(model._meta.label, []):
            _lay(model, row, numbers, accounts)
    _point_again(rows, numbers)
    person = Person._base_manager.get(ref=story["person"])
    keep_finding_keys([person])
    write_entry(act="rights.story_brought_back", by=by, subject=person)
    note_brought_back(subject_of(person))
    return person


def _in_order() -> Iterator[type[models.Model]]:
    """Each after what it hangs on."""
    waiting = [one.model for one in all_holdings() if one.merge != Merge.DERIVED and one.label not in OF_TWO]
    laid: set[type[models.Model]] = set()
    while waiting:
        ready = [model for model in waiting if not (_hangs_on(model) & set(waiting) - {model})]
        yield from ready
        laid |= set(ready)
        waiting = [model for model in waiting if model not in laid]


def _hangs_on(model: type[models.Model]) -> set[Any]:
    return {field.related_model for field in model._meta.concrete_fields if field.is_relation and field.related_model is not model}


def _lay(model: type[models.Model], row: dict[str, Any], numbers: Numbers, accounts: dict[str, int]) -> None:
    made: Any = model()
    for field in model._meta.concrete_fields:
        if not field.primary_key:
            value = row.get(field.name)
            setattr(made, field.attname, None if value is None else _here(model, field, value, numbers, accounts))
    made.save_base(raw=True, force_insert=True)
    numbers[model._meta.label, row["id"]] = made.pk


def _here(model: type[models.Model], field: Any, value: Any, numbers: Numbers, accounts: dict[str, int]) -> Any:
    if not field.is_relation:
        return field.to_python(value) if not isinstance(field, models.JSONField) else value
    to = field.related_model
    if to is model:
        return None  # pointed to once all of them are laid
    if issubclass(to, Account):
        if value not in accounts:
            raise RightsError(_("%(email)s wrote some of this, and has no account here. Add it first.") % {"email": value})
        return accounts[value]
    if issubclass(to, Person):
        return Person._base_manager.filter(ref=value).values_list("pk", flat=True).first()
    return numbers.get((to._meta.label, value), value if to._meta.label not in {one.label for one in all_holdings()} else None)


def _point_again(rows: dict[str, list[dict[str, Any]]], numbers: Numbers) -> None:
    """What points to another row of its own kind, and what names a row by its kind and number."""
    for model in _in_order():
        label = model._meta.label
        for field in model._meta.concrete_fields:
            if field.is_relation and field.related_model is model:
                for row in rows.get(label, []):
                    if row.get(field.name) is not None:
                        here, there = numbers[label, row["id"]], numbers.get((label, row[field.name]))
                        model._base_manager.filter(pk=here).update(**{field.attname: there})
        if {"label", "row"} <= {field.name for field in model._meta.concrete_fields}:
            for row in rows.get(label, []):
                there = _of_any_case(numbers, row["label"], row["row"])
                model._base_manager.filter(pk=numbers[label, row["id"]]).update(row=there)


def _of_any_case(numbers: Numbers, label: str, row: int) -> int:
    """The number of a row whose kind was written in small letters; one that is not part of a story stays as it was."""
    return next((here for (kind, number), here in numbers.items() if kind.lower() == label.lower() and number == row), row)
