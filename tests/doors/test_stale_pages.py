"""A page that was open while somebody else did something: nothing is overwritten unseen, and nothing stays refused for ever."""

import html
import json
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
    return html.unescape(found[1])


def about(cast: Cast, client: Client, **changed: str) -> dict[str, str]:
    """The form as this client has it open, with what they change in it."""
    opened = hidden(client.get(f"/people/{cast.sam.ref}/about/").content, "as_it_stood")
    stood = {name: value for name, value in json.loads(opened).items() if value not in ("", "False")}
    return {**stood, **changed, "as_it_stood": opened}


def test_two_who_change_different_things_both_keep_what_they_wrote(cast: Cast, as_: As) -> None:
    address = f"/people/{cast.sam.ref}/about/"
    mine = about(cast, as_("maya"), phone="01632 960555")
    theirs = about(cast, as_("ines"), safety_note="The dog bites.")
    assert as_("ines").post(address, theirs).status_code == 302
    assert as_("maya").post(address, mine).status_code == 302
    cast.sam.refresh_from_db()
    assert (cast.sam.safety_note, cast.sam.phone) == ("The dog bites.", "01632 960555")


def test_where_both_changed_the_same_both_stand_side_by_side_until_someone_chooses(cast: Cast, as_: As) -> None:
    maya, address = as_("maya"), f"/people/{cast.sam.ref}/about/"
    mine = about(cast, maya, reach="Ring after four.", phone="01632 960555")
    assert as_("ines").post(address, about(cast, as_("ines"), reach="Knock twice.", language="Welsh", born_year="1988")).status_code == 302

    refused = maya.post(address, mine)
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "Nothing of yours is saved yet" in page
    assert "Knock twice." in page
    assert "Ring after four." in page
    assert page.count("two of you changed this") == 1
    assert re.search(r'name="language" value="Welsh"', page), "what Ines changed elsewhere stands in the form"
    assert re.search(r'name="born_year" value="1988"', page)
    cast.sam.refresh_from_db()
    assert (cast.sam.reach, cast.sam.phone) == ("Knock twice.", "")

    asked = {**mine, "language": "Welsh", "born_year": "1988", "asked": "reach", "as_it_stood": hidden(refused.content, "as_it_stood")}
    unchosen = maya.post(address, asked)
    assert "Choose which stands." in unchosen.content.decode()
    assert "Knock twice." in unchosen.content.decode()
    assert maya.post(address, {**asked, "keep_reach": "theirs"}).status_code == 302
    cast.sam.refresh_from_db()
    assert (cast.sam.reach, cast.sam.phone, cast.sam.language) == ("Knock twice.", "01632 960555", "Welsh")

    assert maya.post(address, {**asked, "keep_reach": "mine"}).status_code == 302
    cast.sam.refresh_from_db()
    assert cast.sam.reach == "Ring after four."


def test_each_page_that_changes_something_sets_two_versions_side_by_side(cast: Cast, as_: As) -> None:
    ours = factories.CauseFactory(journey=cast.journey, what="Letters unopened")
    tie = factories.TieFactory(person=cast.sam, name="Jade")
    action = factories.ActionFactory(journey=cast.journey, what="Ring the landlord")
    cast.journey.met_words = "Bailiffs"
    cast.journey.save()
    pages = {f"causes/{ours.pk}/": "what", f"ties/{tie.pk}/": "name", f"actions/{action.pk}/": "what", "how-we-met/": "met_words"}
    for path, field in pages.items():
        address = f"/people/{cast.sam.ref}/{path}"
        opened = {"as_it_stood": hidden(as_("maya").get(address).content, "as_it_stood")}
        assert as_("ines").post(address, {**opened, field: "Theirs"}).status_code == 302, path
        refused = as_("maya").post(address, {**opened, field: "Mine"})
        assert refused.status_code == 422, path
        assert 'class="beside__words"><p>Theirs</p>' in refused.content.decode(), path
    tie.refresh_from_db()
    assert tie.name == "Theirs"


def test_a_page_whose_mark_was_spoilt_is_refused_in_words(cast: Cast, as_: As) -> None:
    for spoilt in ("no mark", "[1]", "7"):
        answer = as_("maya").post(f"/people/{cast.sam.ref}/about/", {"called": "Sam", "as_it_stood": spoilt})
        assert answer.status_code == 422
        assert "open it again" in answer.content.decode()


def test_a_refusal_for_another_reason_does_not_say_that_it_was_read(cast: Cast, as_: As) -> None:
    address = f"/people/{cast.sam.ref}/about/"
    opened = hidden(as_("maya").get(address).content, "as_it_stood")
    refused = as_("maya").post(address, {"called": "", "as_it_stood": opened})
    assert hidden(refused.content, "as_it_stood") == opened
    assert "two of you changed this" not in refused.content.decode()


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
