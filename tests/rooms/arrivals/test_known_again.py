"""Who is known again, and whose row has changed."""

from datetime import date

from pytest_django import DjangoAssertNumQueries, Settings

from alongside.core.spreadsheet.arriving_row import ArrivingRow
from alongside.rooms.arrivals.acts import Brought, bring_in
from alongside.rooms.arrivals.known import compare, mark_of
from alongside.rooms.journal.models import Entry
from alongside.rooms.people.acts import change_person
from alongside.rooms.people.models import Arrival, Identifier, Person
from alongside.rooms.teams.models import Team
from tests.rooms.arrivals.place import account, row

TODAY = date(2026, 11, 25)
WITH_REFERENCE = row("Leanne", phone="0161", address="6 Cross Drive", reference="HUB-1")
WITHOUT = row("Roy", line=3, phone="0113")


def bring(team: Team, *rows: ArrivingRow) -> Brought:
    return bring_in(team=team, by=account("Maya"), rows=rows, on=TODAY)


def test_the_same_rows_twice_add_nobody_and_the_journal_tells_of_it(hub: Team) -> None:
    assert bring(hub, WITH_REFERENCE, WITHOUT) == Brought(2, 0, ())
    assert bring(hub, WITH_REFERENCE, WITHOUT) == Brought(0, 2, ())
    assert (Person.objects.count(), Arrival.objects.count()) == (2, 1)
    assert Entry.objects.filter(act="arrivals.nobody_brought_in").count() == 1


def test_a_changed_row_is_reported_by_line_and_overwrites_nothing(hub: Team) -> None:
    bring(hub, WITH_REFERENCE)
    changed = row("Leanne", line=9, phone="0999", reference="hub-1")
    assert bring(hub, changed) == Brought(0, 0, (9,))
    assert Person.objects.get().phone == "0161"


def test_someone_a_worker_has_changed_since_is_still_known_again(hub: Team) -> None:
    bring(hub, WITH_REFERENCE, WITHOUT)
    for person in Person.objects.all():
        change_person(person=person, by=account("Maya"), phone="new", called="Other", somewhere_safe=True)
    assert bring(hub, WITH_REFERENCE, WITHOUT) == Brought(0, 2, ())


def test_another_team_knows_nobody_of_ours(hub: Team) -> None:
    bring(hub, WITH_REFERENCE, WITHOUT)
    southside = Team.objects.get(name="Southside")
    assert len(compare(southside, [WITH_REFERENCE, WITHOUT]).new) == 2


def test_people_who_have_not_landed_do_not_count_as_known(hub: Team) -> None:
    bring(hub, WITH_REFERENCE)
    Arrival.objects.update(landed_at=None)
    assert compare(hub, [WITH_REFERENCE]).new == (WITH_REFERENCE,)


def test_two_of_one_name_with_different_references_are_two_people(hub: Team) -> None:
    assert bring(hub, row("Sam", reference="1"), row("Sam", line=3, reference="2")).added == 2


def test_the_mark_of_a_row_holds_none_of_its_words_and_needs_the_key(hub: Team, settings: Settings) -> None:
    first = mark_of(WITH_REFERENCE)
    settings.JOURNAL_KEY = "another key of this installation, quite as long"
    assert mark_of(WITH_REFERENCE) != first
    assert len(first) <= (Identifier._meta.get_field("value").max_length or 0)


def test_comparing_costs_two_queries_whatever_the_length(hub: Team, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for count in (1, 20):
        with django_assert_num_queries(2):
            compare(hub, [row(f"Person {number}", reference=str(number)) for number in range(count)])
