from collections.abc import Callable

import pytest
from django.test import Client

from alongside.rooms.framework.acts import FrameworkError, begin_framework, write_framework
from alongside.rooms.framework.models import Framework
from alongside.rooms.framework.rules import PRINCIPLES, TWO_RULES
from tests.conftest import Cast

As = Callable[[str], Client]
pytestmark = pytest.mark.django_db


def test_a_team_begins_with_seven_principles(cast: Cast) -> None:
    assert begin_framework(team=cast.south, by=cast.owen).principles == [str(one) for one in PRINCIPLES]


def test_a_change_is_a_new_version_and_the_old_one_is_kept(cast: Cast) -> None:
    write_framework(team=cast.hub, since_version=1, purpose="Ours", principles=["Tea first", " "], because="Said so", by=cast.ines)
    assert list(Framework.objects.filter(team=cast.hub).order_by("version").values_list("version", "principles")) == [
        (1, ["Understand what matters."]),
        (2, ["Tea first"]),
    ]


@pytest.mark.parametrize(("since", "principles"), [(0, ["Tea first"]), (7, ["Tea first"]), (1, []), (1, [" "])])
def test_what_was_overtaken_or_is_empty_is_refused(since: int, principles: list[str], cast: Cast) -> None:
    with pytest.raises(FrameworkError):
        write_framework(team=cast.hub, since_version=since, purpose="Ours", principles=principles, because="", by=cast.ines)
    assert Framework.objects.filter(team=cast.hub).count() == 1


def test_the_page_writes_a_version_and_offers_no_way_to_the_two_rules(cast: Cast, as_: As) -> None:
    maya, address = as_("maya"), f"/team/{cast.hub.ref}/framework/change/"
    page = maya.get(address).content.decode()
    for rule, _ in TWO_RULES:
        assert str(rule) in page
        assert str(rule) not in page.split("<form method")[-1]
    said = {"purpose": "Ours", "principles": "Tea first\nThen listen", "since_version": "1", "rules": "None"}
    assert maya.post(address, said).status_code == 302
    assert "Tea first" in maya.get("/team/").content.decode()
    assert "Understand what matters." in maya.get(f"/team/{cast.hub.ref}/framework/1/").content.decode()


def test_two_writers_at_once_lose_nothing(cast: Cast, as_: As) -> None:
    address = f"/team/{cast.hub.ref}/framework/change/"
    said = {"purpose": "Ours", "principles": "Tea first", "since_version": "1"}
    assert as_("ines").post(address, said).status_code == 302
    answer = as_("maya").post(address, {**said, "principles": "Coffee first"})
    assert answer.status_code == 422
    assert "Tea first" in answer.content.decode()
    assert "Coffee first" in answer.content.decode()
