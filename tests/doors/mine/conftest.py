"""Sam's own page: a link, and a browser in which it is open."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from alongside.rooms.sharing.acts import make_link, speak_code
from alongside.rooms.sharing.models import PersonLink, Trusted
from tests.conftest import Cast

Opens = Callable[..., Client]


@pytest.fixture
def opens(cast: Cast) -> Opens:
    """`opens()` gives a browser in which Sam has given a code; `opens(trusted=...)` one of somebody Sam trusts."""

    def open_page(trusted: Trusted | None = None) -> Client:
        link, token = link_for(cast, trusted)
        client = Client()
        answer = client.post(reverse("mine:code", args=[token]), {"code": speak_code(link=link, by=cast.maya)})
        assert answer.status_code == 302
        return client

    return open_page


def link_for(cast: Cast, trusted: Trusted | None = None) -> tuple[PersonLink, str]:
    return make_link(person=cast.sam, by=cast.maya, who_else="Nobody", code_by="voice", trusted=trusted)


def page_of(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined]
