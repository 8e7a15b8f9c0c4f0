"""Exported, erased and brought back, a story is what it was."""

from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from alongside.rooms.example.acts import make_example
from alongside.rooms.journal.models import Entry, Reason
from alongside.rooms.people.holdings import all_holdings
from alongside.rooms.people.models import Person
from alongside.rooms.rights.acts import erase_person
from alongside.rooms.rights.errors import RightsError
from alongside.rooms.rights.models import Hold
from alongside.rooms.rights.pack import Story, whole_story
from alongside.rooms.rights.unpack import OF_TWO, unpack
from tests import factories
from tests.conftest import Cast

NOT_MOVED = {"people.FindingKey", *OF_TWO}


def plain(story: Story) -> dict[str, Any]:
    """Each number replaced by which row of its kind it is, so that two stories can be set side by side."""
    ids = {(kind["label"], row["id"]): place for kind in story["kinds"] for place, row in enumerate(kind["rows"])}
    models = {holding.label: holding.model for holding in all_holdings()}

    def value(label: str, row: dict[str, Any], name: str) -> Any:
        field: Any = models[label]._meta.get_field(name)
        if name == "id":
            return ids[label, row["id"]]
        if name == "row" and "label" in row:
            return next(
                (place for (kind, number), place in ids.items() if kind.lower() == row["label"].lower() and number == row["row"]), None
            )
        return ids.get((field.related_model._meta.label, row[name]), row[name]) if field.is_relation else row[name]

    return {
        kind["label"]: [{name: value(kind["label"], row, name) for name in row} for row in kind["rows"]]
        for kind in story["kinds"]
        if kind["label"] not in NOT_MOVED
    }


@pytest.mark.slow
def test_export_erase_and_bring_back_is_lossless(db: None) -> None:
    make_example(today=date(2026, 11, 26))
    for person in Person.objects.filter(called="Sam") | Person.objects.order_by("?")[:1]:
        factories.AgreedPartFactory(agreement__person=person)
        factories.PictureFactory(attachment__journey=person.journeys.get())
        factories.DisagreementFactory(person=person, row=person.journeys.get().conversations.first().pk)
        factories.RedactionFactory(request__person=person, passage="the neighbour")
        before = whole_story(person, at=timezone.now())
        erase_person(person=person, reason="To see whether it comes back", by=None)
        again = unpack(dict(before), by=None)
        assert plain(whole_story(again, at=timezone.now())) == plain(before)


def test_whoever_is_here_is_not_brought_in_twice_and_nothing_half(cast: Cast) -> None:
    story = whole_story(cast.sam, at=timezone.now())
    with pytest.raises(RightsError, match="here already"):
        unpack(dict(story), by=None)
    erase_person(person=cast.sam, reason="To see", by=None)
    type(cast.dev).objects.filter(pk=cast.dev.pk).update(email="elsewhere@northbridge.example")
    with pytest.raises(RightsError, match="has no account here"):
        unpack(dict(story), by=None)
    assert not Person.objects.exists()


@pytest.mark.parametrize("story", [{}, {"format": "alongside.story", "version": 2}, {"format": "other", "version": 1}])
def test_what_is_no_story_is_refused(story: dict[str, Any], db: None) -> None:
    with pytest.raises(RightsError):
        unpack(story, by=None)


def test_erased_leaves_no_row_and_no_reason_but_the_journals_entry(cast: Cast) -> None:
    for holding in all_holdings():
        getattr(factories, f"{holding.model.__name__}Factory")()
    Hold.objects.update(ended_at=timezone.now(), ended_by=cast.maya)
    while person := Person.objects.first():
        entry = factories.EntryFactory(subject=f"people.person:{person.ref}", by=cast.maya)
        factories.ReasonFactory(entry=entry)
        erase_person(person=person, reason="Asked for", by=cast.maya)
    assert [holding.label for holding in all_holdings() if holding.model._base_manager.exists()] == []
    assert not Reason.objects.exists()
    assert Entry.objects.filter(act="rights.person_erased").exists()


def test_what_the_law_holds_is_not_erased(cast: Cast) -> None:
    factories.HoldFactory(person=cast.sam)
    with pytest.raises(RightsError, match="law holds"):
        erase_person(person=cast.sam, reason="Asked for", by=cast.maya)
    assert Person.objects.filter(pk=cast.sam.pk).exists()


def test_unsaved_words_about_them_become_unreadable(cast: Cast) -> None:
    key = factories.DeviceKeyFactory(account=cast.ines)
    other = factories.DeviceKeyFactory(account=cast.owen)
    factories.EntryFactory(subject=f"people.person:{cast.sam.ref}", by=cast.ines, kind="read")
    erase_person(person=cast.sam, reason="Asked for", by=cast.maya)
    key.refresh_from_db(), other.refresh_from_db()
    assert (bytes(key.key), bool(other.key)) == (b"", True)
