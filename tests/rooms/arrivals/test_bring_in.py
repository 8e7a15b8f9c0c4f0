"""What comes in, and as what."""

from collections.abc import Callable
from datetime import date

import pytest

from alongside.core.partial_date import PartialDate
from alongside.rooms.arrivals.acts import bring_in
from alongside.rooms.arrivals.errors import ArrivalError
from alongside.rooms.arrivals.insert import insert
from alongside.rooms.journal.models import Entry
from alongside.rooms.journeys.models import Involvement, Journey, Matter
from alongside.rooms.journeys.models.matter import front_of
from alongside.rooms.people.models import Arrival, Identifier, Person
from alongside.rooms.teams.models import Team
from tests.rooms.arrivals.place import account, many, row, seen_by

TODAY = date(2026, 11, 25)


def bring(hub: Team, *rows: object, by: str = "Maya", **known: object) -> object:
    return bring_in(team=hub, by=account(by), rows=rows, on=TODAY, **known)  # type: ignore[arg-type]


def test_a_row_becomes_a_person_our_time_with_them_and_who_leads(hub: Team) -> None:
    bring(
        hub, row("Leanne", full_name="Leanne Hope", born=PartialDate("1990"), phone="0161 496 0414", lead_email="Ines@northbridge.example")
    )
    person = Person.objects.get()
    assert (person.called, person.full_name, person.born, person.phone) == ("Leanne", "Leanne Hope", PartialDate("1990"), "0161 496 0414")
    lead = Involvement.objects.get()
    assert (lead.account.called, lead.part, lead.from_on) == ("Ines", "lead", TODAY)


def test_whoever_brings_them_in_leads_where_the_row_names_nobody(hub: Team) -> None:
    bring(hub, row("Leanne"))
    assert Involvement.objects.get().account == account("Maya")


def test_since_when_stays_open_where_the_row_does_not_say(hub: Team) -> None:
    bring(hub, row("Leanne"), row("Roy", since=PartialDate("2026-03")))
    assert set(Journey.objects.values_list("person__called", "since")) == {("Leanne", None), ("Roy", PartialDate("2026-03"))}


def test_brought_in_words_are_marked_and_never_stand_on_the_front(hub: Team) -> None:
    bring(hub, row("Leanne", matters="My mum", met="Food bank", since=PartialDate("2026-03-14")))
    matter = Matter.objects.get()
    assert (matter.words, matter.whose, matter.from_elsewhere, matter.said_on) == ("My mum", "theirs", True, date(2026, 3, 14))
    assert front_of([matter]) == []
    journey = Journey.objects.get()
    assert (journey.met_words, journey.met_from_elsewhere) == ("Food bank", True)


def test_markup_and_formulas_come_in_as_the_text_they_are(hub: Team) -> None:
    bring(hub, row('=HYPERLINK("x")', matters="<script>alert(1)</script>"))
    assert Person.objects.get().called == '=HYPERLINK("x")'
    assert Matter.objects.get().words == "<script>alert(1)</script>"


def test_the_team_sees_them_and_another_teams_worker_does_not(hub: Team) -> None:
    bring(hub, row("Leanne"))
    assert (seen_by("Maya"), seen_by("Ines"), seen_by("Owen")) == ({"Leanne"}, {"Leanne"}, set())


def test_landing_is_in_the_journal_with_its_reason(hub: Team) -> None:
    bring(hub, row("Leanne"), reason="the old list ends on Friday")
    arrival = Arrival.objects.get()
    entry = Entry.objects.get(act="arrivals.people_brought_in")
    assert (entry.subject, entry.by, entry.reason.text) == (
        f"people.arrival:{arrival.ref}",
        account("Maya"),
        "the old list ends on Friday",
    )
    assert arrival.landed_at is not None


def test_without_its_journal_entry_nobody_lands(hub: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alongside.rooms.arrivals.acts.write_entry", _fail)
    with pytest.raises(RuntimeError):
        bring(hub, row("Leanne"))
    assert (Person.objects.count(), Arrival.objects.count()) == (0, 0)


@pytest.mark.parametrize("stop", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_stopped_half_way_it_leaves_nothing(hub: Team, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]) -> None:
    monkeypatch.setattr("alongside.rooms.arrivals.acts.insert", _second_time(stop))
    monkeypatch.setattr("alongside.rooms.arrivals.acts.BATCH", 2)
    with pytest.raises(stop):
        bring(hub, *many(5))
    left = [model.objects.count() for model in (Person, Arrival, Identifier, Journey, Involvement)]
    assert left == [0, 0, 0, 0, 0]


def test_stopped_while_telling_how_far_it_is_it_leaves_nothing(hub: Team) -> None:
    with pytest.raises(KeyboardInterrupt):
        bring(hub, *many(3), progress=_interrupt)
    assert (Person.objects.count(), Arrival.objects.count()) == (0, 0)


def test_it_tells_how_far_it_is(hub: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alongside.rooms.arrivals.acts.BATCH", 2)
    monkeypatch.setattr("alongside.rooms.arrivals.acts.PAUSE", 0)
    told: list[tuple[int, int]] = []
    bring(hub, *many(5), progress=lambda done, of: told.append((done, of)))
    assert told == [(2, 5), (4, 5), (5, 5)]


def test_a_lead_who_is_not_in_the_team_is_refused_by_line(hub: Team) -> None:
    with pytest.raises(ArrivalError, match="line 7"):
        bring(hub, row("Leanne", line=7, lead_email="owen@northbridge.example"))


def test_people_on_their_way_are_seen_by_nobody(hub: Team) -> None:
    seen: list[set[str]] = []
    bring(hub, *many(3), progress=lambda done, of: seen.append(seen_by("Maya")))
    assert seen == [set()]
    assert len(seen_by("Maya")) == 3


def _fail(**_known: object) -> None:
    raise RuntimeError


def _interrupt(_done: int, _of: int) -> None:
    raise KeyboardInterrupt


def _second_time(stop: type[BaseException]) -> Callable[..., None]:
    calls: list[int] = []

    def inserting(*args: object) -> None:
        if calls:
            raise stop
        calls.append(1)
        insert(*args)  # type: ignore[arg-type]

    return inserting
