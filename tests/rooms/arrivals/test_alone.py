"""Two at once, and what a dead one leaves."""

from datetime import date

import pytest

from alongside.rooms.arrivals.acts import Brought, bring_in, bringing_in
from alongside.rooms.arrivals.alone import alone
from alongside.rooms.arrivals.errors import ArrivalError
from alongside.rooms.arrivals.insert import Coming, insert
from alongside.rooms.people.models import Arrival, Person
from alongside.rooms.teams.models import Team
from tests.rooms.arrivals.place import account, many, row

TODAY = date(2026, 11, 25)


def test_of_two_at_once_the_second_is_refused_in_words_and_nobody_is_doubled(hub: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alongside.rooms.arrivals.alone.WAIT", 0)
    monkeypatch.setattr("alongside.rooms.arrivals.alone.LOOK_EVERY", 0)
    rows, by = many(3), account("Maya")
    first = bringing_in(team=hub, by=by, rows=rows, on=TODAY)
    next(first)
    with pytest.raises(ArrivalError, match="bringing people in just now"):
        bring_in(team=hub, by=by, rows=rows, on=TODAY)
    with pytest.raises(StopIteration):
        next(first)
    assert Person.objects.count() == 3
    assert bring_in(team=hub, by=by, rows=rows, on=TODAY) == Brought(0, 3, ())


def test_whoever_is_alone_lets_go_of_it(hub: Team) -> None:
    for _time in range(2):
        with alone():
            pass


def test_what_a_dead_one_left_is_taken_away_by_the_next(hub: Team) -> None:
    dead = Arrival.objects.create(by=account("Maya"))
    insert(many(3), Coming(dead, hub, account("Maya"), TODAY, {}))
    assert bring_in(team=hub, by=account("Ines"), rows=many(3), on=TODAY) == Brought(3, 0, ())
    assert Arrival.objects.count() == 1
    assert Person.objects.count() == 3


def test_a_reference_given_meanwhile_is_refused_in_words_and_leaves_nothing(hub: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    bring_in(team=hub, by=account("Maya"), rows=[row("Leanne", reference="HUB-1")], on=TODAY)
    monkeypatch.setattr("alongside.rooms.arrivals.known._people_by", lambda issuer: {})
    with pytest.raises(ArrivalError, match="given to someone meanwhile"):
        bring_in(team=hub, by=account("Maya"), rows=[row("Roy"), row("Leanne", reference="HUB-1")], on=TODAY)
    assert list(Person.objects.values_list("called", flat=True)) == ["Leanne"]
    assert Arrival.objects.filter(landed_at=None).count() == 0


def test_one_who_has_landed_is_never_taken_away(hub: Team) -> None:
    bring_in(team=hub, by=account("Maya"), rows=many(3), on=TODAY)
    bring_in(team=hub, by=account("Maya"), rows=[row("Roy")], on=TODAY)
    assert Person.objects.count() == 4
