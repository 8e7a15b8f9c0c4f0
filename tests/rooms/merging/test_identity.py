"""By law: put together and taken apart again, both records are exactly what they were, also with additions between."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.core.partial_date import PartialDate
from alongside.rooms.accounts.models import Account
from alongside.rooms.journeys.models import Journey
from alongside.rooms.merging.acts import merge_people, to_choose
from alongside.rooms.merging.apart import later, take_apart
from alongside.rooms.people.holdings import Merge, all_holdings
from alongside.rooms.people.models import FindingKey, Person
from tests import factories as f

pytestmark = pytest.mark.slow  # many records are made
texts = st.sampled_from(["", "a", "b"])
fields = st.fixed_dictionaries(
    {
        "called": st.sampled_from(["Sam", "Sammy"]),
        "phone": texts,
        "reach": texts,
        "address": texts,
        "born": st.sampled_from([None, PartialDate("1988"), PartialDate("1988-09")]),
        "interpreter": st.booleans(),
    }
)
kinds = st.lists(st.sampled_from(["tie", "event", "talk", "matter", "cause", "action", "picture", "named"]), max_size=5)


def add(kind: str, person: Person, journey: Journey, other: Person) -> None:
    """A row of that kind to a record; `named` is a tie to the other record."""
    by = journey.by
    if kind == "tie":
        f.TieFactory(person=person, by=by)
    elif kind == "named":
        f.TieFactory(person=person, other=other, by=by)
    elif kind == "event":
        f.LifeEventFactory(person=person, by=by)
    elif kind == "talk":
        f.ConversationFactory(journey=journey, by=by)
    elif kind == "matter":
        f.MatterFactory(journey=journey, conversation=journey.conversations.first(), by=by)
    elif kind == "picture":
        f.PictureFactory(attachment__journey=journey, attachment__conversation=journey.conversations.first())
    elif kind == "cause":
        first, then = f.CauseFactory(journey=journey, by=by), f.CauseFactory(journey=journey, by=by)
        f.LeadsToFactory(cause=first, effect=then, by=by)
    else:
        f.ActionFactory(journey=journey, matter=journey.matters.first(), by=by)


def dump(*people: Person) -> dict[str, list[dict[str, Any]]]:
    """Every row of both records, every field of it."""
    return {
        one.label: sorted((row for person in people for row in one.rows(person).values()), key=lambda row: row["id"])
        for one in all_holdings()
        if one.merge not in (Merge.STAY, Merge.DERIVED)
    }


def keys(*people: Person) -> set[tuple[int, int]]:
    return set(FindingKey.objects.filter(person__in=people).values_list("person", "key"))


def two_records(known: list[dict[str, Any]], rows: list[list[str]]) -> list[tuple[Person, Journey]]:
    by, team = f.AccountFactory(), f.TeamFactory()
    people = [f.PersonFactory(by=by, **one) for one in known]
    records = [(one, f.JourneyFactory(person=one, team=team, by=by)) for one in people]
    for (person, journey), kinds_of_it, other in zip(records, rows, reversed(people), strict=True):
        f.InvolvementFactory(journey=journey, account=by, by=by)
        for kind in kinds_of_it:
            add(kind, person, journey, other)
    return records


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(st.lists(fields, min_size=2, max_size=2), st.lists(kinds, min_size=2, max_size=2), kinds, st.data())
def test_apart_again_both_are_what_they_were(
    db: None, known: list[dict[str, Any]], rows: list[list[str]], added: list[str], data: st.DataObject
) -> None:
    (kept, mine), (gone, _theirs) = two_records(known, rows)
    by: Account = mine.by
    before, found_by = dump(kept, gone), keys(kept, gone)
    taken = data.draw(st.sets(st.sampled_from(to_choose(kept, gone) or ["called"])))

    merging = merge_people(kept=kept, gone=gone, taken=taken & set(to_choose(kept, gone)), by=by)
    assert not Journey.objects.of(gone).exists()
    together = dump(kept)
    assert {label: len(found) for label, found in together.items() if label != "people.Person"} == {
        label: len(found) for label, found in before.items() if label != "people.Person"
    }, "every word is still there"
    for kind in added:
        add(kind, kept, mine, gone) if kind != "named" else add("tie", kept, mine, gone)

    new = later(merging)
    placed = data.draw(st.sets(st.sampled_from([one.key for one in new]))) if new else set()
    take_apart(merging=merging, to_the_other=placed, by=by)
    after = dump(kept, gone)
    for label, found in before.items():
        numbers = {row["id"] for row in found}
        assert [row for row in after[label] if row["id"] in numbers] == found, label
    assert keys(kept, gone) == found_by
    for one in new:
        row = one.holding.model._default_manager.get(pk=one.row.pk)
        whose = one.holding.model._default_manager.filter(pk=row.pk).values_list(one.holding.person_path, flat=True)[0]
        assert whose == (gone.pk if one.key in placed else kept.pk), "a later row is where the worker placed it"
