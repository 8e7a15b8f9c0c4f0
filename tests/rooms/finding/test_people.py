"""Finding people, and asking to be rung about those one cannot see."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alongside.core.likeness.sought import Sought, read
from alongside.core.partial_date import PartialDate
from alongside.rooms.finding.acts import MOST_IN_A_DAY, answer_ring_request, ask_to_be_rung
from alongside.rooms.finding.errors import FindingError
from alongside.rooms.finding.models import RingRequest
from alongside.rooms.finding.people import find_people
from alongside.rooms.journal.models import Entry
from alongside.rooms.people.acts import add_person, change_person, make_all_finding_keys
from alongside.rooms.people.models import FindingKey, Person
from alongside.rooms.sharing.acts import seal_person, unseal_person
from tests import factories
from tests.conftest import Cast

pytestmark = pytest.mark.django_db
BORN = PartialDate("1985-03-04")


def found(cast: Cast, typed: str, who: str = "maya") -> list[str]:
    return [hit.called for hit in find_people(sought=read(typed), viewer=cast.viewer(who))]


def test_those_one_may_see_and_nobody_else(cast: Cast) -> None:
    assert {who: found(cast, "Samm", who) for who in ("maya", "dev", "ines", "owen")} == {
        "maya": ["Sam"],
        "dev": ["Sam"],
        "ines": ["Sam"],
        "owen": [],
    }


def test_who_is_still_arriving_is_not_found(cast: Cast) -> None:
    Person.objects.filter(pk=cast.sam.pk).update(arrival=factories.ArrivalFactory())
    assert found(cast, "Sam") == []


def test_the_keys_follow_what_is_changed(cast: Cast) -> None:
    change_person(person=cast.sam, by=cast.maya, called="Gethin", phone="07700 900123", address="9 Mill Lane")
    assert found(cast, "Sam") == []
    assert found(cast, "Gethyn") == found(cast, "+447700900123") == found(cast, "mill") == ["Gethin"]


def test_a_secret_address_finds_nobody_and_leaves_no_key(cast: Cast) -> None:
    change_person(person=cast.sam, by=cast.maya, address="13 Hiding Place", postcode="HP1 3NG")
    assert found(cast, "hiding") == ["Sam"]
    change_person(person=cast.sam, by=cast.maya, somewhere_safe=True)
    kept = set(FindingKey.objects.values_list("key", flat=True))
    plain = add_person(called=cast.sam.called, by=cast.maya)
    assert found(cast, "hiding") == found(cast, "HP1 3NG") == []
    assert kept == set(plain.finding_keys.values_list("key", flat=True))


def test_a_reference_finds_and_is_not_lost_by_a_change(cast: Cast) -> None:
    factories.IdentifierFactory(person=cast.sam, issuer=cast.hub.ref, value="HUB-00012")
    factories.IdentifierFactory(person=cast.sam, issuer=f"{cast.hub.ref} row", value="abc123")
    change_person(person=cast.sam, by=cast.maya, language="Welsh")
    assert found(cast, "hub 00012") == ["Sam"]
    assert found(cast, "abc123") == []


def test_keys_can_be_made_anew(cast: Cast) -> None:
    FindingKey.objects.all().delete()
    assert found(cast, "Sam") == []
    assert make_all_finding_keys() == 1
    assert found(cast, "Sam") == ["Sam"]


def test_many_cost_the_queries_of_one(cast: Cast) -> None:
    with CaptureQueriesContext(connection) as one:
        found(cast, "Sam")
    for _ in range(20):
        factories.JourneyFactory(team=cast.hub, person__called="Samantha", person__by=cast.maya)
    with CaptureQueriesContext(connection) as many:
        assert len(found(cast, "Sam")) == 21
    assert len(one) == len(many) == 2


def _ask(cast: Cast, sought: Sought, **said: Any) -> list[str]:
    with CaptureQueriesContext(connection) as queries:
        ask_to_be_rung(**{"sought": sought, "ring_on": "01632 960200", "by": cast.owen, **said})
    return [one["sql"].split(" WHERE ")[0] for one in queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN"))]


def test_real_sealed_and_invented_take_the_same_statements(cast: Cast) -> None:
    change_person(person=cast.sam, by=cast.maya, born=BORN)
    real = _ask(cast, read("Samm", born=BORN))
    seal_person(person=cast.sam, named=[], reason="Works in the same building", on=timezone.localdate(), by=cast.maya)
    sealed = _ask(cast, read("Samm", born=BORN))
    invented = _ask(cast, read("Gethin", born=BORN))
    assert [one.person for one in RingRequest.objects.order_by("pk")] == [cast.sam, None, None]
    assert len(real) == len(sealed) == len(invented)
    assert [one[:20] for one in real] == [one[:20] for one in sealed] == [one[:20] for one in invented]


def test_what_was_sought_is_kept_nowhere(cast: Cast) -> None:
    ask_to_be_rung(sought=read("Zebedee", born=BORN), ring_on="01632 960200", by=cast.owen)
    rows = [str(row) for model in (RingRequest, Entry) for row in model.objects.values()]
    assert not [row for row in rows if "ebedee" in row or "1985" in row]


def test_the_lead_is_asked_and_nobody_else(cast: Cast) -> None:
    factories.RingRequestFactory(person=cast.sam, by=cast.owen)
    factories.RingRequestFactory(person=None, by=cast.owen)
    waiting = {who: RingRequest.objects.waiting_for(cast.viewer(who)).count() for who in ("maya", "dev", "ines", "owen")}
    assert waiting == {"maya": 1, "dev": 0, "ines": 0, "owen": 0}


def test_it_is_answered_once_and_then_waits_no_longer(cast: Cast) -> None:
    asked = factories.RingRequestFactory(person=cast.sam, by=cast.owen)
    answer_ring_request(request=asked, answer=RingRequest.Answer.LEFT, by=cast.maya)
    assert not RingRequest.objects.waiting_for(cast.viewer("maya")).exists()
    assert Entry.objects.filter(act="finding.ring_request_left", by=cast.maya).count() == 1
    with pytest.raises(FindingError, match="already"):
        answer_ring_request(request=asked, answer=RingRequest.Answer.RANG, by=cast.ines)


@pytest.mark.parametrize(("sought", "ring_on"), [(read("Sam"), "1"), (Sought(born=(BORN,)), "1"), (read("Sam", born=BORN), " ")])
def test_too_little_is_refused_whoever_is_sought(sought: Sought, ring_on: str, cast: Cast) -> None:
    with pytest.raises(FindingError):
        ask_to_be_rung(sought=sought, ring_on=ring_on, by=cast.owen)
    assert not RingRequest.objects.exists()


def test_only_so_many_a_day(cast: Cast) -> None:
    for _ in range(MOST_IN_A_DAY):
        factories.RingRequestFactory(person=None, by=cast.owen)
    with pytest.raises(FindingError, match="many times"):
        _ask(cast, read("Sam", born=BORN))


def test_unsealed_fits_again(cast: Cast) -> None:
    change_person(person=cast.sam, by=cast.maya, phone="07700 900123")
    seal_person(person=cast.sam, named=[], reason="Works in the same building", on=timezone.localdate(), by=cast.maya)
    unseal_person(person=cast.sam, by=cast.maya)
    _ask(cast, read("Sam", phone="07700900123"))
    assert RingRequest.objects.get().person == cast.sam
    assert list(Entry.objects.filter(act__contains="sealed").order_by("pk").values_list("act", flat=True)) == [
        "sharing.person_sealed",
        "sharing.person_unsealed",
    ]
