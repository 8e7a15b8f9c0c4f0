"""The four questions, asked of every URL: a stranger, the wrong audience, the wrong team, the right one."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from alongside.rooms.journal.models import Entry
from alongside.rooms.journeys.acts import step_away
from alongside.rooms.teams.acts import leave_team
from alongside.rooms.teams.models import Member
from tests.conftest import Cast
from tests.doors.urls import EVERY_URL, OF_A_PERSON, OPEN_TO_ANYONE, WORKERS, Url

As = Callable[[str], Client]


def asked(client: Client, address: str) -> HttpResponse:
    """The answer to a GET, or to a POST where the page takes nothing else."""
    answer = client.get(address)
    return client.post(address, {}) if answer.status_code == 405 else answer


@pytest.mark.parametrize("url", EVERY_URL, ids=lambda url: url.name)
def test_a_stranger_goes_to_sign_in(url: Url, cast: Cast, as_: As) -> None:
    answer = asked(as_("stranger"), url.address(cast))
    if url.name in OPEN_TO_ANYONE:
        assert answer.status_code in (200, 302, 404, 422)
    else:
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("url", WORKERS, ids=lambda url: url.name)
def test_the_wrong_audience_finds_nothing(url: Url, cast: Cast, as_: As) -> None:
    assert asked(as_("priya"), url.address(cast)).status_code == 404


@pytest.mark.parametrize("url", [url for url in WORKERS if "ref" in url.values], ids=lambda url: url.name)
def test_the_wrong_team_finds_nothing(url: Url, cast: Cast, as_: As) -> None:
    assert asked(as_("owen"), url.address(cast)).status_code == 404


@pytest.mark.parametrize("who", ["maya", "ines"])
@pytest.mark.parametrize("url", WORKERS, ids=lambda url: url.name)
def test_the_right_one_comes_in(url: Url, who: str, cast: Cast, as_: As) -> None:
    assert asked(as_(who), url.address(cast, by=who)).status_code in (200, 302, 422)


@pytest.mark.parametrize("url", OF_A_PERSON, ids=lambda url: url.name)
def test_who_was_asked_in_comes_in(url: Url, cast: Cast, as_: As) -> None:
    assert asked(as_("dev"), url.address(cast, by="dev")).status_code in (200, 302, 422)


@pytest.mark.parametrize("url", OF_A_PERSON, ids=lambda url: url.name)
def test_an_ended_membership_opens_nothing(url: Url, cast: Cast, as_: As) -> None:
    address = url.address(cast, by="ines")
    leave_team(member=Member.objects.get(account=cast.ines), on=timezone.localdate())
    assert asked(as_("ines"), address).status_code == 404


@pytest.mark.parametrize("url", OF_A_PERSON, ids=lambda url: url.name)
def test_an_ended_involvement_opens_nothing(url: Url, cast: Cast, as_: As) -> None:
    address = url.address(cast, by="dev")
    step_away(involvement=cast.devs, on=timezone.localdate(), by=cast.maya)
    assert asked(as_("dev"), address).status_code == 404


@pytest.mark.parametrize("url", OF_A_PERSON, ids=lambda url: url.name)
def test_no_page_of_a_person_is_cached_or_titled(url: Url, cast: Cast, as_: As) -> None:
    answer = asked(as_("maya"), url.address(cast))
    assert answer.headers["Cache-Control"] == "no-store"
    if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/"):
        page = answer.content.decode()
        assert "<title>Alongside</title>" in page or "<html" not in page, "a part of a page has no title"


@pytest.mark.parametrize("url", OF_A_PERSON, ids=lambda url: url.name)
def test_every_opening_of_a_person_is_in_the_journal(url: Url, cast: Cast, as_: As) -> None:
    answer = as_("ines").get(url.address(cast))
    if answer.status_code == 200:
        sams = f"people.person:{cast.sam.ref}"
        entry = Entry.objects.get(by=cast.ines, kind="read", subject=sams)  # beside them another person may be opened too
        assert entry.ground == "team"
