"""The month of an access request, by the calendar; what holds a story; when it comes up to be looked at."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.calendar import months_later
from alongside.rooms.journeys.models import Journey
from alongside.rooms.rights.acts import extend, go_on, pause, take_access_request
from alongside.rooms.rights.due import due_for_review
from alongside.rooms.rights.errors import RightsError
from tests import factories
from tests.conftest import Cast

DAY = timedelta(days=1)
ASKED = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 9, 3), 1, date(2026, 10, 3)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 12, 15), 3, date(2027, 3, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 1), -1, date(2025, 12, 1)),
    ],
)
def test_a_month_later_by_the_calendar(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@given(day=st.dates(date(1990, 1, 1), date(2090, 1, 1)), months=st.integers(-100, 100))
def test_months_add_up_to_years_and_never_run_into_the_next_month(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day


@pytest.mark.django_db
def test_the_clock_stops_goes_on_and_is_extended_within_the_first_month(cast: Cast) -> None:
    request = take_access_request(person=cast.sam, asked_on=ASKED, today=ASKED, by=cast.maya)
    assert request.due_on(ASKED) == date(2026, 2, 28)
    pause(request=request, asked="Which years?", on=date(2026, 2, 10), by=cast.maya)
    with pytest.raises(RightsError, match="stands still already"):
        pause(request=request, asked="Which years?", on=date(2026, 2, 11), by=cast.maya)
    assert request.due_on(date(2026, 2, 15)) == date(2026, 2, 28) + 5 * DAY
    go_on(request=request, on=date(2026, 2, 20), by=cast.maya)
    assert request.due_on(date(2026, 6, 1)) == date(2026, 2, 28) + 10 * DAY
    with pytest.raises(RightsError, match="first month"):
        extend(request=request, because="Twelve years", today=date(2026, 3, 20), by=cast.maya)
    extended = extend(request=request, because="Twelve years", today=date(2026, 3, 1), by=cast.maya)
    assert extended.due_on(date(2026, 6, 1)) == date(2026, 4, 30) + 10 * DAY


@pytest.mark.django_db
def test_due_after_the_rule_unless_held_or_going_on(cast: Cast) -> None:
    place, ended = cast.hub.place, date(2020, 3, 31)
    assert due_for_review(place=place, on=date(2026, 11, 26)) == []
    factories.RetentionRuleFactory(place=place, months=72)
    assert due_for_review(place=place, on=date(2026, 11, 26)) == []
    Journey.objects.filter(pk=cast.journey.pk).update(standing="ended", ended_on=ended)
    assert [one.person for one in due_for_review(place=place, on=date(2026, 3, 31))] == [cast.sam]
    assert due_for_review(place=place, on=date(2026, 3, 30)) == []
    factories.HoldFactory(person=cast.sam, kind="needed", until_on=date(2026, 12, 1))
    assert due_for_review(place=place, on=date(2026, 11, 30)) == []
    assert [one.since for one in due_for_review(place=place, on=date(2026, 12, 2))] == [date(2026, 3, 31)]
