"""Kept with a purpose, in one table with the bytes in another; gone with the person, and parted with the record."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.core.picture import clean_picture
from alongside.rooms.attachments.acts import change_attachment, keep_attachment
from alongside.rooms.attachments.errors import AttachmentError
from alongside.rooms.attachments.models import Attachment, Picture, how_many
from alongside.rooms.journal.models import Entry
from alongside.rooms.journeys.models import Conversation, Journey
from alongside.rooms.merging.acts import merge_people
from alongside.rooms.merging.apart import later, take_apart
from tests import factories as f
from tests.conftest import Cast

CLEAN = clean_picture(f.SMALL)


def test_nothing_is_kept_without_a_reason(cast: Cast) -> None:
    with pytest.raises(AttachmentError, match="why it is kept"):
        keep_attachment(journey=cast.journey, picture=CLEAN, because="  ", by=cast.maya)
    kept = keep_attachment(journey=cast.journey, picture=CLEAN, because="A letter", by=cast.maya)
    with pytest.raises(AttachmentError, match="why it is kept"):
        change_attachment(attachment=kept, because=" ", by=cast.maya)
    assert not Entry.objects.filter(act="attachments.attachment_changed").exists()


def test_it_goes_with_no_conversation_of_another_person(cast: Cast) -> None:
    with pytest.raises(AttachmentError, match="not there"):
        keep_attachment(journey=cast.journey, picture=CLEAN, because="A letter", by=cast.maya, conversation=f.ConversationFactory())


def test_it_outlives_its_conversation_and_goes_with_the_person(cast: Cast) -> None:
    talk = f.ConversationFactory(journey=cast.journey)
    kept = keep_attachment(journey=cast.journey, picture=CLEAN, because="A letter", by=cast.maya, conversation=talk)
    assert bytes(kept.picture.picture) == CLEAN.picture
    talk.delete()
    kept.refresh_from_db()
    assert kept.conversation is None
    cast.sam.delete()
    assert not Attachment.objects.exists()
    assert not Picture.objects.exists()


def test_a_list_and_a_count_read_no_bytes(cast: Cast) -> None:
    f.PictureFactory(attachment__journey=cast.journey)
    with CaptureQueriesContext(connection) as queries:
        (one,) = Attachment.objects.of(cast.sam).for_listing()
        assert one.by.called
        assert Journey.objects.annotate(many=how_many(cast.sam)).get(pk=cast.journey.pk).many == 1
    assert len(queries) == 2
    assert not [query for query in queries if "attachments_picture" in query["sql"]]


def test_taken_apart_no_picture_of_the_one_belongs_to_a_conversation_of_the_other(cast: Cast) -> None:
    journey = f.JourneyFactory(person=f.PersonFactory(called="Sam"), team=cast.hub)
    f.InvolvementFactory(journey=journey, account=cast.ines)
    talk, other = f.ConversationFactory(journey=cast.journey), f.ConversationFactory(journey=journey)
    merging = merge_people(kept=cast.sam, gone=journey.person, taken=[], by=cast.maya)
    kept = {
        where.pk: keep_attachment(journey=cast.journey, picture=CLEAN, because="A letter", by=cast.maya, conversation=where)
        for where in Conversation.objects.filter(pk__in=[talk.pk, other.pk])
    }
    assert {one.key for one in later(merging)} == {f"attachments.Attachment:{one.pk}" for one in kept.values()}
    take_apart(merging=merging, to_the_other=[], by=cast.maya)
    assert Attachment.objects.get(pk=kept[talk.pk].pk).conversation == talk
    assert Attachment.objects.get(pk=kept[other.pk].pk).conversation is None
