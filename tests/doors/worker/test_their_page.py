"""A worker and the person choose how the person comes to their own page."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from alongside.rooms.sharing.models import PersonLink
from tests.conftest import Cast

As = Callable[[str], Client]
pytestmark = pytest.mark.django_db
LINK = {"how": "link", "who_else": "Nobody", "code_by": "voice"}


def make(client: Client, cast: Cast, **said: str) -> str:
    """The new link's path, as it stands on the page this once."""
    page = client.post(f"/people/{cast.sam.ref}/their-page/", {**LINK, **said})
    found = re.search(r"http://testserver(/mine/[\w-]+/)", page.content.decode())
    return found.group(1) if found else ""


def test_a_link_and_a_code_that_is_said_open_their_page(cast: Cast, as_: As) -> None:
    maya, phone = as_("maya"), Client()
    link = make(maya, cast)
    assert link
    assert link not in maya.get(f"/people/{cast.sam.ref}/their-page/").content.decode()
    one = PersonLink.objects.get()
    said = maya.post(f"/people/{cast.sam.ref}/their-page/{one.pk}/code/").content.decode()
    code = re.search(r'class="code">(\d{6})<', said)
    assert code
    assert cast.sam.called not in phone.get(link).content.decode()
    assert phone.post(f"{link}code/", {"code": code.group(1)}).status_code == 302
    assert cast.sam.called in phone.get("/mine/").content.decode()


def test_a_stopped_link_closes_what_is_open(cast: Cast, as_: As) -> None:
    maya, phone = as_("maya"), Client()
    link = make(maya, cast)
    one = PersonLink.objects.get()
    code = re.search(r'class="code">(\d{6})<', maya.post(f"/people/{cast.sam.ref}/their-page/{one.pk}/code/").content.decode())
    assert code
    phone.post(f"{link}code/", {"code": code.group(1)})
    maya.post(f"/people/{cast.sam.ref}/their-page/{one.pk}/stop/")
    assert cast.sam.called not in phone.get("/mine/").content.decode()


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"who_else": ""}, "who else uses this phone"),
        ({"code_by": ""}, "how the code reaches"),
        ({"code_by": "email", "code_to": ""}, "where the code goes"),
    ],
)
def test_it_is_asked_first_what_makes_it_safe(said: dict[str, str], refused: str, cast: Cast, as_: As) -> None:
    page = as_("maya").post(f"/people/{cast.sam.ref}/their-page/", {**LINK, **said})
    assert page.status_code == 422
    assert refused.lower() in page.content.decode().lower()
    assert not PersonLink.objects.exists()


@pytest.mark.parametrize("how", ["paper", "together", "none"])
def test_without_a_link_there_is_none(how: str, cast: Cast, as_: As) -> None:
    assert make(as_("maya"), cast, how=how, code_by="") == ""
    assert PersonLink.objects.get().how == how
