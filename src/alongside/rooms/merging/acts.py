"""Put two records of one person together. Every word keeps its author and its date."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.journeys.acts import join_journeys
from alongside.rooms.journeys.models import Journey
from alongside.rooms.merging.before import FIELDS, Before, Mention, as_text, everything, hanging_on, naming, put
from alongside.rooms.merging.errors import MergingError
from alongside.rooms.merging.models import Merging
from alongside.rooms.people.acts import keep_finding_keys
from alongside.rooms.people.acts.person import CHANGEABLE
from alongside.rooms.people.models import Person

PLACE = ["address", "postcode", "uprn"]


def must_fit(kept: Person, gone: Person) -> None:
    """Raises MergingError for someone with themself, across teams, for someone sealed, and for a record that has gone into another."""
    if kept.pk == gone.pk:
        raise MergingError(_("This is one record. Choose the other one."))
    if Merging.objects.standing().filter(gone__in=[kept, gone]).exists():
        raise MergingError(_("One of these has been put together with another record already."))
    if kept.sealed_on or gone.sealed_on:  # else the words of one who is sealed would stand where others see them
        raise MergingError(_("One of these is sealed. Take the seal away first, or leave them apart."))
    teams = [set(Journey.objects.of(one).values_list("team", flat=True)) for one in (kept, gone)]
    if teams[0] != teams[1]:
        raise MergingError(_("These are with different teams. Each team decides about its own words: talk with the other one first."))


def to_choose(kept: Person, gone: Person) -> list[str]:
    """The fields in which both say something, and not the same."""
    if kept.somewhere_safe or gone.somewhere_safe:
        return [one for one in _differing(kept, gone) if one not in PLACE]
    return _differing(kept, gone)


def _differing(kept: Person, gone: Person) -> list[str]:
    texts = [(field, as_text(kept, field), as_text(gone, field)) for field in FIELDS]
    differing = [field for field, ours, theirs in texts if ours and theirs and ours != theirs]
    return [one for one in differing if one != "interpreter"]  # where one says that it helps, it helps


@transaction.atomic
def merge_people(*, kept: Person, gone: Person, taken: Iterable[str], by: Account) -> Merging:
    """Put `gone` into `kept`. taken: the fields in which what `gone` says shall stand; where only one says something, that stands.

    Somewhere safe in either is somewhere safe, and no address of theirs is kept, in no record and in nothing that is kept for
    parting them. Both records are locked.

    Raises MergingError (see `must_fit`).
    """
    kept, gone = _locked(kept, gone)
    must_fit(kept, gone)
    before = Before(
        chosen=_choose(kept, gone, set(taken)),
        there=everything(kept, gone),
        joined=join_journeys(kept=kept, gone=gone),
        mentions=_rename(kept, gone),
        moved=_move(kept, gone),
    )
    keep_finding_keys([kept, gone])
    merging = Merging.objects.create(kept=kept, gone=gone, before=before, by=by)
    for person in (kept, gone):
        write_entry(act="merging.people_merged", by=by, subject=person)
    return merging


def _locked(*people: Person) -> list[Person]:
    """In one order, so that two who do the same at once wait for each other."""
    rows = Person.objects.select_for_update().in_bulk(sorted(one.pk for one in people))
    return [rows[one.pk] for one in people]


def _choose(kept: Person, gone: Person, taken: set[str]) -> dict[str, tuple[str, str]]:
    was = {field: as_text(kept, field) for field in CHANGEABLE}
    for field in FIELDS:
        theirs = as_text(gone, field)
        says_nothing = was[field] in ("", "False")
        if theirs and (field in taken or says_nothing):
            put(kept, field, theirs)
    if kept.somewhere_safe or gone.somewhere_safe:
        kept.somewhere_safe = True
        for person in (kept, gone):
            for field in PLACE:
                setattr(person, field, "")
        Person.objects.filter(pk=gone.pk).update(**dict.fromkeys(PLACE, ""))
        was |= dict.fromkeys(PLACE, "")
    kept.save(update_fields=CHANGEABLE)
    return {field: (text, as_text(kept, field)) for field, text in was.items() if text != as_text(kept, field)}


def _move(kept: Person, gone: Person) -> dict[str, list[int]]:
    moved = {}
    for holding, pks in hanging_on(gone):
        holding.rows(gone).update(**{holding.person_path: kept})
        moved[holding.label] = pks
    return moved


def _rename(kept: Person, gone: Person) -> list[Mention]:
    """Who is named in somebody's life as the one is named as the other; where the two name each other, they name nobody."""
    found = []
    for holding, field, row in naming(kept, gone):
        was = getattr(row, f"{field}_id")
        about_them = getattr(row, f"{holding.person_path}_id") in (kept.pk, gone.pk)
        if about_them or was == gone.pk:
            found.append(Mention(label=holding.label, pk=row.pk, field=field, was=was))
            holding.model._default_manager.filter(pk=row.pk).update(**{field: None if about_them else kept})
    return found
