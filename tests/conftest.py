"""One cast for all tests: who leads, who was asked in, who is in the team, who is a stranger."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, settings

from alongside.rooms.accounts.models import Account
from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.journeys.models import Involvement, Journey
from alongside.rooms.people.models import Person
from alongside.rooms.teams.models import Team
from tests import factories

settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("hard", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("default")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The long versions run only when asked for, by make hard."""
    if "hard" in (config.option.markexpr or ""):
        return
    items[:] = [item for item in items if not item.get_closest_marker("hard")]


@dataclass
class Cast:
    """maya leads with sam; dev, of no team here, was asked in; ines is in the team; owen is in another; priya manages."""

    maya: Account
    dev: Account
    ines: Account
    owen: Account
    priya: Account
    hub: Team
    south: Team
    sam: Person
    journey: Journey
    devs: Involvement

    def viewer(self, who: str, on: date | None = None) -> Viewer:
        return Viewer(account=getattr(self, who), on=on or timezone.localdate())


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    cache.clear()


@pytest.fixture
def cast(db: None) -> Cast:
    place = factories.PlaceFactory(name="Northbridge")
    hub, south = factories.TeamFactory(name="Hub", place=place), factories.TeamFactory(name="South", place=place)
    names = ["maya", "dev", "ines", "owen"]
    people = {name: factories.AccountFactory(email=f"{name}@northbridge.example", called=name.title()) for name in names}
    priya = factories.AccountFactory(email="priya@northbridge.example", called="Priya", role="manager")
    for member, team in (("maya", hub), ("ines", hub), ("owen", south)):
        factories.MemberFactory(team=team, account=people[member])
    factories.FrameworkFactory(team=hub, by=people["maya"])
    sam = factories.PersonFactory(called="Sam", by=people["maya"])
    journey = factories.JourneyFactory(person=sam, team=hub)
    factories.InvolvementFactory(journey=journey, account=people["maya"])
    devs = factories.InvolvementFactory(journey=journey, account=people["dev"], part="asked-in")
    return Cast(**people, priya=priya, hub=hub, south=south, sam=sam, journey=journey, devs=devs)


@pytest.fixture
def as_(cast: Cast) -> Callable[[str], Client]:
    """`as_("maya")` gives a client signed in as her; `as_("stranger")` one that is nobody."""

    def sign_in(who: str) -> Client:
        client = Client()
        if who != "stranger":
            client.force_login(getattr(cast, who), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
