"""Two records put together: refused where it must be, safe where someone is somewhere safe, and undone in order."""

import json
from datetime import date

import pytest

from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.journal.models import Entry
from alongside.rooms.journeys.models import Action, Journey, LeadsTo
from alongside.rooms.merging.acts import merge_people
from alongside.rooms.merging.apart import later, take_apart
from alongside.rooms.merging.errors import MergingError
from alongside.rooms.merging.models import Merging
from alongside.rooms.people.models import Person
from tests import factories as f
from tests.conftest import Cast

ON = date(2026, 11, 26)


def another(cast: Cast, **known: object) -> Journey:
    """A second record of Sam's, which the same team walks with."""
    journey: Journey = f.JourneyFactory(person=f.PersonFactory(**{"called": "Sam", **known}), team=cast.hub)
    f.InvolvementFactory(journey=journey, account=cast.ines)
    return journey


def test_someone_with_themself_and_across_teams_is_refused_and_says_why(cast: Cast) -> None:
    theirs = f.JourneyFactory(team=cast.south).person
    for other, why in ((cast.sam, "one record"), (theirs, "different teams")):
        with pytest.raises(MergingError, match=why):
            merge_people(kept=cast.sam, gone=other, taken=[], by=cast.maya)
    assert not Merging.objects.exists()


def test_a_record_goes_into_one_other_only(cast: Cast) -> None:
    two, three = another(cast).person, another(cast).person
    merge_people(kept=cast.sam, gone=two, taken=[], by=cast.maya)
    with pytest.raises(MergingError, match="already"):
        merge_people(kept=three, gone=two, taken=[], by=cast.maya)


def test_every_word_keeps_its_author_and_its_moment(cast: Cast) -> None:
    journey = another(cast)
    talk = f.ConversationFactory(journey=journey, by=cast.ines, words="On the bus.")
    merge_people(kept=cast.sam, gone=journey.person, taken=[], by=cast.maya)
    found = cast.sam.journeys.get(pk=journey.pk).conversations.get()
    assert (found.words, found.by, found.at) == ("On the bus.", cast.ines, talk.at)
    assert {entry.subject for entry in Entry.objects.filter(act="merging.people_merged")} == {
        f"people.person:{cast.sam.ref}",
        f"people.person:{journey.person.ref}",
    }


def test_who_was_alongside_either_is_alongside_both(cast: Cast) -> None:
    journey = another(cast)
    f.InvolvementFactory(journey=journey, account=cast.owen, part="asked-in")
    owen = Viewer(account=cast.owen, on=ON)
    assert not Person.objects.visible_to(owen).filter(pk=cast.sam.pk).exists()
    merging = merge_people(kept=cast.sam, gone=journey.person, taken=[], by=cast.maya)
    assert Person.objects.visible_to(owen).filter(pk=cast.sam.pk).exists()
    assert not Person.objects.visible_to(owen).filter(pk=journey.person_id).exists()
    take_apart(merging=merging, to_the_other=[], by=cast.maya)
    assert not Person.objects.visible_to(owen).filter(pk=cast.sam.pk).exists()
    assert Person.objects.visible_to(owen).filter(pk=journey.person_id).exists()


@pytest.mark.parametrize("safe", ["kept", "gone"])
def test_somewhere_safe_in_one_leaves_an_address_in_neither_and_in_nothing_kept_for_parting(safe: str, cast: Cast) -> None:
    secret = "14 Hidden Row"
    other = another(cast, somewhere_safe=safe == "gone", address="" if safe == "gone" else secret).person
    Person.objects.filter(pk=cast.sam.pk).update(somewhere_safe=safe == "kept", address="" if safe == "kept" else secret)
    cast.sam.refresh_from_db()
    merging = merge_people(kept=cast.sam, gone=other, taken=["address"], by=cast.maya)
    assert Person.objects.filter(somewhere_safe=True, pk=cast.sam.pk).exists()
    assert not Person.objects.filter(address=secret).exists()
    assert secret not in json.dumps(Merging.objects.get().before)
    take_apart(merging=merging, to_the_other=[], by=cast.maya)
    assert not Person.objects.filter(address=secret).exists()


def test_what_was_changed_since_stays_changed(cast: Cast) -> None:
    other = another(cast, phone="01632 960111").person
    merging = merge_people(kept=cast.sam, gone=other, taken=[], by=cast.maya)
    assert Person.objects.get(pk=cast.sam.pk).phone == "01632 960111"
    Person.objects.filter(pk=cast.sam.pk).update(phone="01632 960222")
    take_apart(merging=merging, to_the_other=[], by=cast.maya)
    assert Person.objects.get(pk=cast.sam.pk).phone == "01632 960222"
    assert Person.objects.get(pk=other.pk).phone == "01632 960111"


def test_apart_nothing_of_the_one_points_to_words_of_the_other(cast: Cast) -> None:
    journey = another(cast)
    merging = merge_people(kept=cast.sam, gone=journey.person, taken=[], by=cast.maya)
    matter = f.MatterFactory(journey=journey)
    action = f.ActionFactory(journey=cast.journey, matter=matter)
    arrow = f.LeadsToFactory(cause=f.CauseFactory(journey=journey), effect=f.CauseFactory(journey=cast.journey))
    placed = [one.key for one in later(merging) if one.row == matter]
    take_apart(merging=merging, to_the_other=[*placed, f"journeys.Cause:{arrow.cause_id}"], by=cast.maya)
    assert Action.objects.get(pk=action.pk).matter is None
    assert not LeadsTo.objects.filter(pk=arrow.pk).exists()


def test_the_latest_is_taken_apart_first_and_none_twice(cast: Cast) -> None:
    two, three = another(cast).person, another(cast).person
    first = merge_people(kept=cast.sam, gone=two, taken=[], by=cast.maya)
    second = merge_people(kept=cast.sam, gone=three, taken=[], by=cast.maya)
    with pytest.raises(MergingError, match="Take that one apart first"):
        take_apart(merging=first, to_the_other=[], by=cast.maya)
    take_apart(merging=second, to_the_other=[], by=cast.maya)
    take_apart(merging=first, to_the_other=[], by=cast.maya)
    with pytest.raises(MergingError, match="already"):
        take_apart(merging=first, to_the_other=[], by=cast.maya)
