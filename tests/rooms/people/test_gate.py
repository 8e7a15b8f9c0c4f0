from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from alongside.rooms.journeys.models import Conversation, Involvement
from alongside.rooms.people.models import Person
from alongside.rooms.teams.models import Member
from tests import factories
from tests.conftest import Cast

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def seen(cast: Cast, who: str, **when: object) -> bool:
    return Person.objects.visible_to(cast.viewer(who, **when)).filter(pk=cast.sam.pk).exists()  # type: ignore[arg-type]


def test_the_team_and_those_alongside_see_and_nobody_else(cast: Cast) -> None:
    assert {who: seen(cast, who) for who in ("maya", "dev", "ines", "owen", "priya")} == {
        "maya": True,
        "dev": True,
        "ines": True,
        "owen": False,
        "priya": False,
    }


def test_an_involvement_opens_from_its_first_day_and_not_on_its_last(cast: Cast) -> None:
    today = timezone.localdate()
    Involvement.objects.filter(pk=cast.devs.pk).update(from_on=today, to_on=today + 2 * DAY)
    assert [seen(cast, "dev", on=today + days * DAY) for days in (-1, 0, 1, 2)] == [False, True, True, False]


def test_a_membership_opens_from_its_first_day_and_not_on_its_last(cast: Cast) -> None:
    today = timezone.localdate()
    Member.objects.filter(account=cast.ines).update(from_on=today, to_on=today + 2 * DAY)
    assert [seen(cast, "ines", on=today + days * DAY) for days in (-1, 0, 1, 2)] == [False, True, True, False]


def test_nobody_twice_and_one_query(cast: Cast) -> None:
    factories.InvolvementFactory(journey=factories.JourneyFactory(person=cast.sam, team=cast.south), account=cast.maya)
    with CaptureQueriesContext(connection) as queries:
        people = list(Person.objects.visible_to(cast.viewer("maya")))
    assert people == [cast.sam]
    assert len(queries) == 1


def test_who_is_still_arriving_is_seen_by_nobody(cast: Cast) -> None:
    arrival = factories.ArrivalFactory()
    Person.objects.filter(pk=cast.sam.pk).update(arrival=arrival)
    assert not seen(cast, "maya")
    arrival.landed_at = timezone.now()
    arrival.save()
    assert seen(cast, "maya")


def test_every_noun_filters_through_the_gate(cast: Cast) -> None:
    talk = factories.ConversationFactory(journey=cast.journey)
    assert list(Conversation.objects.visible_to(cast.viewer("dev"))) == [talk]
    assert not Conversation.objects.visible_to(cast.viewer("owen")).exists()


def test_the_ground_is_being_alongside_before_being_of_the_team(cast: Cast) -> None:
    grounds = {}
    for who in ("maya", "dev", "ines"):
        viewer = cast.viewer(who)
        grounds[who] = Person.objects.visible_to(viewer).with_ground(viewer).values_list("ground", flat=True)[0]
    assert grounds == {"maya": "alongside", "dev": "alongside", "ines": "team"}


@given(st.lists(st.tuples(st.integers(-5, 5), st.one_of(st.none(), st.integers(-5, 5))), max_size=4), st.integers(-6, 6))
def test_the_gate_opens_exactly_on_the_days_of_some_involvement(spans: list[tuple[int, int | None]], asked: int) -> None:
    """By law: seen on a day if and only if some span holds it."""
    today = timezone.localdate()
    someone, journey = factories.AccountFactory(), factories.JourneyFactory()
    spans = [(begun, ended) for begun, ended in spans if ended is None or ended >= begun]
    for begun, ended in spans[:1] + [span for span in spans[1:] if span[1] is not None]:
        to_on = None if ended is None else today + ended * DAY
        factories.InvolvementFactory(journey=journey, account=someone, part="alongside", from_on=today + begun * DAY, to_on=to_on)
    kept = [*spans[:1], *[span for span in spans[1:] if span[1] is not None]]
    expected = any(begun <= asked and (ended is None or asked < ended) for begun, ended in kept)
    viewer = Cast.viewer(type("One", (), {"who": someone})(), "who", today + asked * DAY)  # type: ignore[arg-type]
    assert Person.objects.visible_to(viewer).filter(pk=journey.person_id).exists() is expected
