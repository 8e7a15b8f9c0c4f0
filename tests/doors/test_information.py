"""The information lead sees how often people search, and never what they sought."""

from collections.abc import Callable

import pytest
from django.test import Client

from alongside.rooms.accounts.models import Role
from tests import factories
from tests.conftest import Cast

As = Callable[[str], Client]


@pytest.fixture
def gail(db: None) -> Client:
    client = Client()
    client.force_login(factories.AccountFactory(called="Gail", role=Role.INFORMATION_LEAD))
    return client


def test_repeated_searching_is_shown_without_a_word_of_it(gail: Client, cast: Cast, as_: As, settings: object) -> None:
    settings.MOST_SEARCHES = 3  # type: ignore[attr-defined]
    for _ in range(4):
        as_("maya").get("/people/?called=Zanzibar")
    as_("ines").get("/people/?called=Zanzibar")
    page = gail.get("/information/searches/").content.decode()
    over, everyone = page.split("Everyone who searched")
    assert "Maya" in over
    assert "1 search refused" in over
    assert "Ines" not in over
    assert "3 searches" in everyone
    assert "Ines" in everyone
    assert "Zanzibar" not in page


def test_their_door_opens_there_and_to_nobody_else(gail: Client, cast: Cast, as_: As) -> None:
    assert gail.get("/").url == "/information/"
    assert gail.get("/information/searches/").status_code == 200
    for who in ("maya", "priya"):
        assert as_(who).get("/information/searches/").status_code == 404
    assert gail.get("/today/").status_code == 404


def test_with_no_search_yet_it_says_so(gail: Client) -> None:
    assert "Nobody yet." in gail.get("/information/searches/").content.decode()
