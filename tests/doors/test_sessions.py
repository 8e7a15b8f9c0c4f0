"""A session ends when it is left alone, and at the latest after some hours; and costs no query."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib.sessions.models import Session
from django.test import Client

from alongside.doors.signin import sessions
from alongside.doors.signin.links import link_of
from alongside.rooms.journal.models import Entry
from alongside.rooms.teams.models import Place
from tests.conftest import Cast

MINUTE = 60


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """`clock(90)` puts the clock that sessions go by on by ninety seconds."""
    real, late = sessions.now, [0]
    monkeypatch.setattr(sessions, "now", lambda: real() + late[0])

    def on_by(seconds: int) -> None:
        late[0] += seconds

    return on_by


@pytest.fixture
def maya(cast: Cast, settings: LazySettings, clock: Callable[[int], None]) -> Client:
    settings.SESSION_IDLE_MINUTES, settings.SESSION_MINUTES = 30, 120
    Place.objects.update(is_example=True)
    client = Client()
    client.get(link_of(cast.maya))
    return client


def still_in(client: Client) -> bool:
    return client.get("/today/").status_code == 200


def test_it_goes_on_while_it_is_used_and_ends_when_left_alone(maya: Client, cast: Cast, clock: Callable[[int], None]) -> None:
    for _ in range(3):
        assert still_in(maya)
        clock(20 * MINUTE)
    assert still_in(maya)
    clock(31 * MINUTE)
    answer = maya.get("/team/")
    assert answer.headers["Location"] == "/sign-in/?next=/team/"
    assert Entry.objects.filter(act="signin.session_ended", by=cast.maya).count() == 1
    assert not still_in(maya)
    assert not Session.objects.exists()


def test_it_ends_at_the_latest_after_some_hours(maya: Client, clock: Callable[[int], None]) -> None:
    for _ in range(5):
        clock(25 * MINUTE)
        if _ < 4:
            assert still_in(maya)
    assert not still_in(maya)


@pytest.mark.parametrize("forged", ["", "9999999999", "9999999999:forged"])
def test_no_browser_says_by_itself_that_it_was_used(forged: str, maya: Client, clock: Callable[[int], None]) -> None:
    assert still_in(maya)
    clock(31 * MINUTE)
    maya.cookies["used"] = forged
    assert not still_in(maya)


def test_anothers_word_does_not_count(maya: Client, cast: Cast, clock: Callable[[int], None]) -> None:
    clock(29 * MINUTE)
    other = Client()
    other.get(link_of(cast.ines))
    other.get("/today/")
    clock(5 * MINUTE)
    maya.cookies["used"] = other.cookies.get("used") or "none"
    assert not still_in(maya)


def test_it_costs_no_query(maya: Client, django_assert_num_queries: Any, clock: Callable[[int], None]) -> None:
    maya.get("/devices/")
    with django_assert_num_queries(3):  # the session, the account, the devices
        maya.get("/devices/")
    clock(2 * MINUTE)
    with django_assert_num_queries(3):
        assert maya.get("/devices/").cookies["used"]["httponly"]
    with django_assert_num_queries(0):
        Client().get("/sign-in/")


def test_words_that_reach_a_session_that_has_ended_are_not_told_as_saved(maya: Client, cast: Cast, clock: Callable[[int], None]) -> None:
    """The browser then keeps its draft: tests/browser/test_drafts.py."""
    clock(31 * MINUTE)
    draft = "0b6b3a2e-3f0a-4a4e-9a46-0f4a5f6f7a11"
    answer = maya.post(f"/people/{cast.sam.ref}/conversations/new/", {"words": "The bus was late.", "draft": draft})
    assert answer.headers["Location"].startswith("/sign-in/")
    assert f"kept-{draft}" not in answer.cookies
