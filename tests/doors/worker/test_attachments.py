"""Keeping a picture: what it carried is gone, why it is kept is said, and nobody else sees it."""

import re
from collections.abc import Callable
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from alongside.core.picture import MOST_BYTES
from alongside.rooms.attachments.models import Attachment, Picture
from alongside.rooms.journal.models import Entry
from tests import factories as f
from tests.conftest import Cast
from tests.core.test_picture import SECRET, SVG, exif, halves, png_header, written

As = Callable[[str], Client]
SENTENCE = "It carried the place where it was taken. That was taken out."


def sent(raw: bytes, name: str = "IMG_0412.jpg", **said: object) -> dict[str, object]:
    """What the form sends."""
    file = SimpleUploadedFile(name, raw, content_type="image/jpeg")
    return {"picture": file, "because": "The letter about the rent", "client_key": str(uuid4()), **said}


@pytest.fixture
def pages(cast: Cast) -> str:
    return f"/people/{cast.sam.ref}/attachments/"


def test_a_photograph_is_kept_without_where_it_was_taken_and_the_page_says_so(pages: str, cast: Cast, as_: As) -> None:
    maya = as_("maya")
    answer = maya.post(pages, sent(written(halves(), "JPEG", exif=exif(orientation=6))), follow=True)
    assert SENTENCE in answer.content.decode()
    kept = Attachment.objects.get()
    assert (kept.because, kept.by, kept.journey, kept.width, kept.height) == ("The letter about the rent", cast.maya, cast.journey, 40, 60)
    shown = maya.get(f"{pages}{kept.pk}/picture/").content
    assert len(shown) == kept.bytes
    assert SECRET not in shown
    assert not Image.open(BytesIO(shown)).getexif()
    assert Entry.objects.filter(act="attachments.attachment_kept", by=cast.maya, subject=f"people.person:{cast.sam.ref}").count() == 1


def test_without_a_position_nothing_is_said_of_one(pages: str, as_: As) -> None:
    answer = as_("maya").post(pages, sent(written(halves(), "PNG")), follow=True).content.decode()
    assert "Kept." in answer
    assert SENTENCE not in answer


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (SVG, "This is no picture that can be kept"),
        (b"<html><script>alert(1)</script></html>", "This is no picture that can be kept"),
        (b"\xff\xd8\xff\xe0 and no more", "This picture is broken or not all there"),
        (b"\xff\xd8\xff" + b"\x00" * MOST_BYTES, "This picture is larger than 10 MB"),
        (png_header(60_000, 60_000), "more than 20,000 on a side"),
        (png_header(20_001, 1), "more than 20,000 on a side"),
    ],
    ids=["svg", "html", "broken", "large", "bomb", "wide"],
)
def test_bad_pictures_are_refused_in_words_and_nothing_is_kept(raw: bytes, words: str, pages: str, as_: As) -> None:
    answer = as_("maya").post(pages, sent(raw))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "The letter about the rent" in answer.content.decode(), "what was written stands there still"
    assert not Attachment.objects.exists()


def test_forty_megabytes_are_refused_before_they_are_read(pages: str, as_: As) -> None:
    answer = as_("maya").post(pages, b"x", content_type="multipart/form-data; boundary=x", headers={"content-length": str(40 * 1024**2)})
    assert answer.status_code == 413
    assert "A picture may have 10 MB" in answer.content.decode()


def test_it_has_a_purpose(pages: str, as_: As) -> None:
    assert as_("maya").post(pages, sent(written(halves(), "JPEG"), because="  ")).status_code == 422
    assert not Attachment.objects.exists()


def test_sent_twice_it_is_kept_once(pages: str, as_: As) -> None:
    maya, key, raw = as_("maya"), str(uuid4()), written(halves(), "JPEG")
    for _ in range(2):
        assert maya.post(pages, sent(raw, client_key=key)).status_code == 302
    assert Picture.objects.count() == 1


def test_the_bytes_are_a_picture_and_nothing_else(pages: str, cast: Cast, as_: As) -> None:
    kept = f.PictureFactory(attachment__journey=cast.journey).attachment
    for part in ("picture", "preview"):
        answer = as_("maya").get(f"{pages}{kept.pk}/{part}/")
        assert answer.content == f.SMALL
        assert answer.headers["Content-Type"] == "image/jpeg"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Content-Disposition"] == 'inline; filename="picture.jpeg"'
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_previews_count_with_their_page_and_a_picture_by_itself(pages: str, cast: Cast, as_: As) -> None:
    kept, ines = f.PictureFactory(attachment__journey=cast.journey).attachment, as_("ines")
    reads = Entry.objects.filter(by=cast.ines, kind="read").values_list("act", flat=True).order_by("pk")
    ines.get(f"{pages}{kept.pk}/preview/")
    assert list(reads.all()) == ["people.attachment_preview_opened"], "no page before it: an opening of its own"
    ines.get(pages)
    ines.get(f"{pages}{kept.pk}/preview/")
    ines.get(f"{pages}{kept.pk}/picture/")
    assert list(reads.all())[1:] == ["people.attachments_opened", "people.attachment_picture_opened"]


def test_a_page_of_someone_else_tells_of_no_preview_here(pages: str, cast: Cast, as_: As) -> None:
    kept, ines = f.PictureFactory(attachment__journey=cast.journey).attachment, as_("ines")
    other = f.JourneyFactory(team=cast.hub).person
    ines.get(f"/people/{other.ref}/attachments/")
    ines.get(f"{pages}{kept.pk}/preview/")
    assert Entry.objects.filter(by=cast.ines, act="people.attachment_preview_opened").count() == 1


@pytest.mark.parametrize("part", ["", "picture/", "preview/"])
def test_it_is_reached_through_its_own_person_only(part: str, pages: str, cast: Cast, as_: As) -> None:
    kept = f.PictureFactory(attachment__journey=cast.journey).attachment
    other = f.JourneyFactory(team=cast.hub).person
    assert as_("maya").get(f"/people/{other.ref}/attachments/{kept.pk}/{part}").status_code == 404
    assert as_("owen").get(f"{pages}{kept.pk}/{part}").status_code == 404
    assert as_("maya").get(f"{pages}{kept.pk}/{part}").status_code == 200


def test_taken_out_it_is_nowhere(pages: str, cast: Cast, as_: As) -> None:
    kept = f.PictureFactory(attachment__journey=cast.journey).attachment
    assert as_("maya").post(f"{pages}{kept.pk}/", {"do": "take_out"}).status_code == 302
    assert not Attachment.objects.exists()
    assert not Picture.objects.exists()
    assert Entry.objects.filter(act="attachments.attachment_taken_out", by=cast.maya).count() == 1


def test_why_is_changed_and_two_who_change_it_are_shown_both(pages: str, cast: Cast, as_: As) -> None:
    kept, maya = f.AttachmentFactory(journey=cast.journey, because="A letter"), as_("maya")
    stood = '{"because": "A letter", "kept_off": "False"}'
    assert maya.post(f"{pages}{kept.pk}/", {"because": "To answer by Friday", "as_it_stood": stood}).status_code == 302
    late = as_("ines").post(f"{pages}{kept.pk}/", {"because": "To show the landlord", "as_it_stood": stood})
    assert late.status_code == 422
    assert "To answer by Friday" in late.content.decode()
    kept.refresh_from_db()
    assert kept.because == "To answer by Friday"


def test_it_goes_with_a_conversation_of_the_same_person_only(pages: str, cast: Cast, as_: As) -> None:
    maya, raw = as_("maya"), written(halves(), "JPEG")
    talk, other = f.ConversationFactory(journey=cast.journey), f.ConversationFactory()
    assert maya.post(pages, sent(raw, conversation=other.pk)).status_code == 422
    assert maya.post(pages, sent(raw, conversation=talk.pk)).status_code == 302
    kept = Attachment.objects.get()
    assert kept.conversation == talk
    assert f"attachments/{kept.pk}/preview/" in maya.get(f"/people/{cast.sam.ref}/conversations/{talk.pk}/").content.decode()
    for asked in ("x", "-1", "9" * 40, "²", str(other.pk)):
        assert "It goes with" not in maya.get(pages, {"conversation": asked}).content.decode()


def test_the_newest_stand_first_twelve_to_a_page(pages: str, cast: Cast, as_: As) -> None:
    for number in range(14):
        f.AttachmentFactory(journey=cast.journey, because=f"Letter {number:02}")
    first = re.findall(r'alt="(Letter \d\d)"', as_("maya").get(pages).content.decode())
    second = re.findall(r'alt="(Letter \d\d)"', as_("maya").get(f"{pages}?page=2").content.decode())
    assert first + second == [f"Letter {number:02}" for number in reversed(range(14))]
    assert len(first) == 12


def test_the_persons_page_leads_there(cast: Cast, as_: As) -> None:
    page = f"/people/{cast.sam.ref}/"
    assert "Keep a picture or a letter" in as_("maya").get(page).content.decode()
    f.AttachmentFactory(journey=cast.journey)
    assert "Pictures and letters (1)" in as_("maya").get(page).content.decode()


def test_none_is_shown_when_the_screen_is_turned_round(cast: Cast, as_: As) -> None:
    f.PictureFactory(attachment__journey=cast.journey, attachment__because="The letter about the rent")
    page = as_("maya").get(f"/people/{cast.sam.ref}/turned-round/").content.decode()
    assert "The letter about the rent" not in page
    assert "<img" not in page
