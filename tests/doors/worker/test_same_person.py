"""Two records of one person on the page: found, set side by side, put together, taken apart."""

from collections.abc import Callable

from django.test import Client

from alongside.rooms.merging.models import Merging
from tests import factories as f
from tests.conftest import Cast

As = Callable[[str], Client]


def test_two_records_are_found_compared_put_together_and_taken_apart(cast: Cast, as_: As) -> None:
    other = f.JourneyFactory(team=cast.hub, person=f.PersonFactory(called="Sammy", phone="01632 960555")).person
    f.TieFactory(person=other, name="Jean")
    cast.sam.phone = "01632 960555"
    cast.sam.save()
    maya, page = as_("maya"), f"/people/{cast.sam.ref}/same/"
    assert "the same phone" in maya.get(page).content.decode()
    side_by_side = maya.get(f"{page}{other.ref}/").content.decode()
    assert "They look alike: the same phone." in side_by_side
    assert "The people in your life: <b>1</b>" in side_by_side
    refused = maya.post(f"{page}{other.ref}/", {"called": ""})
    assert refused.status_code == 422
    assert "Choose one." in refused.content.decode()

    assert maya.post(f"{page}{other.ref}/", {"called": "gone"}).status_code == 302
    cast.sam.refresh_from_db()
    assert cast.sam.called == "Sammy"
    assert maya.get(f"/people/{other.ref}/ties/").url == f"/people/{cast.sam.ref}/ties/", "an old link leads on"
    assert as_("owen").get(f"/people/{other.ref}/").status_code == 404
    assert maya.get("/people/").content.decode().count(">Sammy<") == 1

    merging = Merging.objects.get()
    later = f.MatterFactory(journey=cast.journey, words="Said afterwards")
    address = f"/people/{cast.sam.ref}/apart/{merging.pk}/"
    assert "Said afterwards" in maya.get(address).content.decode()
    assert maya.post(address, {"later": [f"journeys.Matter:{later.pk}"]}).url == f"/people/{other.ref}/"
    assert "Said afterwards" in maya.get(f"/people/{other.ref}/matters/").content.decode()
    assert "Said afterwards" not in maya.get(f"/people/{cast.sam.ref}/matters/").content.decode()


def test_with_themself_the_page_says_why_not(cast: Cast, as_: As) -> None:
    page = as_("maya").get(f"/people/{cast.sam.ref}/same/{cast.sam.ref}/").content.decode()
    assert "This is one record." in page
    assert "Put them together" not in page


def test_another_teams_record_is_not_there(cast: Cast, as_: As) -> None:
    theirs = f.JourneyFactory(team=cast.south).person
    assert as_("maya").get(f"/people/{cast.sam.ref}/same/{theirs.ref}/").status_code == 404
    assert theirs.ref not in as_("maya").get(f"/people/{cast.sam.ref}/same/?called={theirs.called}").content.decode()
