"""Take two records apart again: both exactly as they were, and what came later where the worker places it."""

from collections.abc import Collection
from typing import Any, NamedTuple

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.attachments.acts import part_attachments
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.journeys.acts import part_journeys
from alongside.rooms.journeys.models import Journey
from alongside.rooms.merging.before import as_text, put
from alongside.rooms.merging.errors import MergingError
from alongside.rooms.merging.models import Merging
from alongside.rooms.people.acts import keep_finding_keys
from alongside.rooms.people.acts.person import CHANGEABLE
from alongside.rooms.people.holdings import Holding, Merge, all_holdings
from alongside.rooms.people.models import Person

HANGS_ON = ("person", "journey")


class Later(NamedTuple):
    """A row that came after the two were put together. key: its name in a form."""

    key: str
    holding: Holding
    row: Any


def later(merging: Merging) -> list[Later]:
    """What was added since, that hangs on the person or on our time with them; what hangs on such a row goes with it."""
    found = []
    for holding in all_holdings():
        if holding.merge in (Merge.REPOINT, Merge.WITH_PARENT) and _parent(holding) and not holding.stays:
            new = holding.rows(merging.kept).exclude(pk__in=merging.before["there"].get(holding.label, []))
            found += [Later(f"{holding.label}:{row.pk}", holding, row) for row in new.order_by("pk")]
    return found


def _parent(holding: Holding) -> str | None:
    names = {field.name for field in holding.model._meta.get_fields()}
    return next((name for name in HANGS_ON if name in names), None)


@transaction.atomic
def take_apart(*, merging: Merging, to_the_other: Collection[str], by: Account) -> Merging:
    """Give both records back as they were. to_the_other: the keys of later rows that belong to the one that was gone.

    A field changed since stays as it was changed. Words of the one that point to something of the other point to it no more.

    Raises MergingError when they are apart already, and when the kept record went into a third one or took one in later: those first.
    """
    people = Person.objects.select_for_update().in_bulk(sorted([merging.kept_id, merging.gone_id]))
    merging = Merging.objects.select_for_update().get(pk=merging.pk)
    kept, gone = people[merging.kept_id], people[merging.gone_id]
    _must_be_the_newest(merging)
    wanted = [one for one in later(merging) if one.key in to_the_other]
    before = merging.before
    for label, pks in before["moved"].items():
        holding = next(one for one in all_holdings() if one.label == label)
        holding.rows(kept).filter(pk__in=pks).update(**{holding.person_path: gone})
    for mention in before["mentions"]:
        apps.get_model(mention["label"])._default_manager.filter(pk=mention["pk"]).update(**{mention["field"]: mention["was"]})
    _place(wanted, gone)
    part_journeys(joined=before["joined"], people=[kept, gone])
    part_attachments(people=[kept, gone])
    _give_back(kept, before["chosen"])
    keep_finding_keys([kept, gone])
    merging.apart_at, merging.apart_by = timezone.now(), by
    merging.save(update_fields=["apart_at", "apart_by"])
    for person in (kept, gone):
        write_entry(act="merging.people_taken_apart", by=by, subject=person)
    return merging


def _must_be_the_newest(merging: Merging) -> None:
    if merging.apart_at is not None:
        raise MergingError(_("These have been taken apart already."))
    standing = Merging.objects.standing()
    if standing.filter(gone=merging.kept_id).exists() or standing.filter(kept=merging.kept_id, pk__gt=merging.pk).exists():
        raise MergingError(_("Another record was put together with this one later. Take that one apart first."))


def _place(wanted: list[Later], gone: Person) -> None:
    home = Journey.objects.of(gone).order_by("-pk").first()
    for one in wanted:
        if _parent(one.holding) == "person":
            one.holding.model._default_manager.filter(pk=one.row.pk).update(person=gone)
        elif home:
            one.holding.model._default_manager.filter(pk=one.row.pk).update(journey=home)


def _give_back(kept: Person, chosen: dict[str, tuple[str, str]]) -> None:
    for field, (was, put_there) in chosen.items():
        if as_text(kept, field) == put_there:
            put(kept, field, was)
    kept.save(update_fields=CHANGEABLE)
