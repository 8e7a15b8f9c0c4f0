"""Whatever is agreed and taken back in whatever order: what somebody is shown is what stands agreed at that moment, on every way in."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.doors.terminal.commands.story import _person
from alongside.doors.terminal.refusal import Refusal
from alongside.rooms.journal.models import Entry
from alongside.rooms.people.parts import Part
from alongside.rooms.sharing.acts import agree_to_share, withdraw
from alongside.rooms.sharing.models import Agreement
from tests import factories
from tests.conftest import Cast
from tests.doors.test_shared import WORDS, full

__all__ = ["full"]
pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DAYS = st.sampled_from([None, -1, 0, 1])  # until when, from today
STEPS = st.lists(
    st.one_of(st.tuples(st.just("agree"), st.sets(st.sampled_from(Part), min_size=1), DAYS), st.tuples(st.just("back"), st.integers(0, 4)))
)


def shown(owen: Client, cast: Cast) -> set[Part]:
    page = owen.get(f"/shared/{cast.sam.ref}/")
    listed = f"/shared/{cast.sam.ref}/" in owen.get("/shared/").content.decode()
    assert listed == (page.status_code == 200), "the list and the page say the same"
    return {part for part in Part if WORDS[part] in page.content.decode()}


def nowhere_else(owen: Client, cast: Cast) -> None:
    """A permission for parts opens no page of the whole, no search, no words and no export."""
    assert owen.get(f"/people/{cast.sam.ref}/").status_code == 404
    for address in ("/people/", "/people/?called=Sam", "/people/words/?words=planted", "/today/"):
        assert cast.sam.ref not in owen.get(address).content.decode()
    with pytest.raises(Refusal):
        _person(cast.sam.ref, cast.owen, timezone.localdate())


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_what_stands_agreed_is_what_is_shown(steps: list[tuple], full: Cast) -> None:  # type: ignore[type-arg]
    Agreement.objects.all().delete()
    Entry.objects.all().delete()  # or the limits on looking around would be met
    owen, today = Client(), timezone.localdate()
    owen.force_login(full.owen, backend="django.contrib.auth.backends.ModelBackend")
    standing: list[tuple[Agreement, set[Part]]] = []
    for step in steps:
        if step[0] == "agree":
            _, parts, days = step
            until = None if days is None else today + timedelta(days=days)
            begun = min(today, until) if until else today
            known = {"account": full.owen, "what_for": "the flat", "until_on": until}
            agreement = agree_to_share(person=full.sam, parts=parts, on=begun, by=full.maya, **known)
            standing.append((agreement, set() if until and until < today else parts))
        elif standing:
            agreement, _parts = standing.pop(step[1] % len(standing))
            withdraw(agreement=agreement, by=None)
        assert shown(owen, full) == set().union(*(parts for _agreement, parts in standing))
    nowhere_else(owen, full)


def test_the_words_that_are_looked_for_can_be_found(full: Cast) -> None:
    """Else the law above would hold for an empty page."""
    factories.MemberFactory(team=full.hub, account=full.owen)
    owen = Client()
    owen.force_login(full.owen, backend="django.contrib.auth.backends.ModelBackend")
    for address in ("/people/", "/people/?called=Sam", "/people/words/?words=planted"):
        assert full.sam.ref in owen.get(address).content.decode()
