"""Lists of hundreds: page by page, nobody missing and nobody twice."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from tests import factories as f
from tests.conftest import Cast

As = Callable[[str], Client]


def walk(client: Client, address: str, found: str) -> list[str]:
    """What a pattern finds on this page and on every page after it."""
    seen: list[str] = []
    while address:
        page = client.get(address).content.decode()
        seen += re.findall(found, page)
        onward = re.search(r'href="([^"]+)" rel="next"', page)
        address = f"{address.split('?')[0]}{onward.group(1)}".replace("&amp;", "&") if onward else ""
    return seen


def test_every_person_is_on_one_page(cast: Cast, as_: As) -> None:
    for number in range(119):
        f.JourneyFactory(team=cast.hub, person=f.PersonFactory(called=f"Person {number:03}", by=cast.maya))
    names = walk(as_("maya"), "/people/", r'<a href="/people/[2-9a-z]{12}/">([^<]+)</a>')
    assert names == sorted(names)
    assert len(names) == len(set(names)) == 120


def test_looking_for_a_name_keeps_it_from_page_to_page(cast: Cast, as_: As) -> None:
    for number in range(60):
        f.JourneyFactory(team=cast.hub, person=f.PersonFactory(called=f"Ann {number:02}", by=cast.maya))
    names = walk(as_("maya"), "/people/?called=ann", r'<a href="/people/[2-9a-z]{12}/">([^<]+)</a>')
    assert len(names) == 60


def test_the_whole_story_of_six_hundred(cast: Cast, as_: As) -> None:
    """slow: 600 rows."""
    for number in range(600):
        f.ConversationFactory(journey=cast.journey, words=f"Talk {number:03}.", by=cast.maya)
    told = walk(as_("maya"), f"/people/{cast.sam.ref}/story/", r"(Talk \d{3})\.")
    assert told == [f"Talk {number:03}" for number in reversed(range(600))]


@pytest.mark.parametrize("page", ["0", "-1", "none", "1e9", "99999999999999999999", "²"])
def test_what_is_no_page_is_the_first(page: str, cast: Cast, as_: As) -> None:
    assert ">Sam<" in as_("maya").get("/people/", {"page": page}).content.decode()
