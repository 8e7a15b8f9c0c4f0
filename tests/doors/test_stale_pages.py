"""A page that was open while somebody else did something: nothing is overwritten unseen, and nothing stays refused for ever."""

import re
from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from tests import factories
from tests.conftest import Cast

As = Callable[[str], Client]


def hidden(page: bytes, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', page.decode())
    assert found
    return found[1]


def test_what_another_wrote_about_someone_is_not_overwritten_unseen(cast: Cast, as_: As) -> None:
    maya, ines, address = as_("maya"), as_("ines"), f"/people/{cast.sam.ref}/about/"
    opened = hidden(maya.get(address).content, "as_it_stood")
    told = {"called": "Sam", "safety_note": "The dog bites.", "as_it_stood": hidden(ines.get(address).content, "as_it_stood")}
    assert ines.post(address, told).status_code == 302

    mine = {"called": "Sam", "phone": "01632 960555", "as_it_stood": opened}
    refused = maya.post(address, mine)
    assert refused.status_code == 422
    assert "Somebody changed this meanwhile." in refused.content.decode()
    assert "The dog bites." in refused.content.decode()
    assert "01632 960555" in refused.content.decode()
    cast.sam.refresh_from_db()
    assert (cast.sam.safety_note, cast.sam.phone) == ("The dog bites.", "")

    known = {**mine, "safety_note": "The dog bites.", "as_it_stood": hidden(refused.content, "as_it_stood")}
    assert maya.post(address, known).status_code == 302
    cast.sam.refresh_from_db()
    assert (cast.sam.safety_note, cast.sam.phone) == ("The dog bites.", "01632 960555")


def test_a_refusal_for_another_reason_does_not_say_that_it_was_read(cast: Cast, as_: As) -> None:
    address = f"/people/{cast.sam.ref}/about/"
    opened = hidden(as_("maya").get(address).content, "as_it_stood")
    refused = as_("maya").post(address, {"called": "", "as_it_stood": opened})
    assert hidden(refused.content, "as_it_stood") == opened
    assert "As it stands now" not in refused.content.decode()


def test_a_framework_refused_for_a_newer_one_can_be_saved_once_that_was_read(cast: Cast, as_: As) -> None:
    address = f"/team/{cast.hub.ref}/framework/change/"
    said = {"purpose": "Walk beside.", "principles": "Ask first.", "since_version": "1"}
    assert as_("ines").post(address, said).status_code == 302
    refused = as_("maya").post(address, {**said, "principles": "Listen first."})
    assert refused.status_code == 422
    assert "Ask first." in refused.content.decode()
    again = {**said, "principles": "Ask first.\nListen first.", "since_version": hidden(refused.content, "since_version")}
    assert as_("maya").post(address, again).status_code == 302
    assert cast.hub.frameworks.newest_first()[0].principles == ["Ask first.", "Listen first."]


def test_stepping_away_twice_does_not_move_the_day(cast: Cast, as_: As) -> None:
    """Until when someone could see their story is kept for the law."""
    left = timezone.localdate() - timedelta(days=30)
    cast.devs.from_on, cast.devs.to_on = left - timedelta(days=30), left
    cast.devs.save()
    answer = as_("maya").post(f"/people/{cast.sam.ref}/alongside/{cast.devs.pk}/leave/")
    assert answer.status_code == 422
    assert "They stepped away on" in answer.content.decode()
    cast.devs.refresh_from_db()
    assert cast.devs.to_on == left


def test_changing_the_words_keeps_what_it_leads_toward_where_that_no_longer_matters(cast: Cast, as_: As) -> None:
    matter = factories.MatterFactory(journey=cast.journey, no_longer_on=timezone.localdate())
    action = factories.ActionFactory(journey=cast.journey, matter=matter)
    address = f"/people/{cast.sam.ref}/actions/{action.pk}/"
    assert f'value="{matter.pk}" selected' in as_("maya").get(address).content.decode()
    assert as_("maya").post(address, {"what": "Ring them", "matter": matter.pk}).status_code == 302
    action.refresh_from_db()
    assert (action.what, action.matter) == ("Ring them", matter)
