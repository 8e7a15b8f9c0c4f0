"""Who sees whom, and which parts: every way in, every way it ends."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.journeys.models import Action, Cause, CheckIn, Conversation, LeadsTo, Matter
from alongside.rooms.merging.acts import merge_people
from alongside.rooms.merging.errors import MergingError
from alongside.rooms.people.models import LifeEvent, Person, Tie
from alongside.rooms.people.parts import Part
from alongside.rooms.sharing.acts import agree_to_share, break_glass, end_name, seal_person, tell, unseal_person, withdraw
from alongside.rooms.sharing.errors import SharingError
from alongside.rooms.sharing.models import Agreement, BreakGlass, Named
from tests import factories
from tests.conftest import Cast

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
OF_PART = {
    Part.MATTERS: [Matter],
    Part.TALKS: [Conversation],
    Part.PEOPLE: [Tie],
    Part.BEHIND: [Cause, LeadsTo, LifeEvent],
    Part.AGREED: [Action],
    Part.CONTROL: [CheckIn],
}


@pytest.fixture
def full(cast: Cast) -> Cast:
    """Sam with one row of each kind."""
    of_journey = {"journey": cast.journey, "by": cast.maya}
    factories.MatterFactory(**of_journey)
    factories.ConversationFactory(**of_journey)
    factories.TieFactory(person=cast.sam, by=cast.maya)
    factories.LeadsToFactory(cause=factories.CauseFactory(**of_journey), effect=factories.CauseFactory(**of_journey), by=cast.maya)
    factories.LifeEventFactory(person=cast.sam, by=cast.maya)
    factories.ActionFactory(**of_journey)
    factories.CheckInFactory(**of_journey)
    return cast


def sees(cast: Cast, who: str) -> bool:
    return Person.objects.visible_to(cast.viewer(who)).filter(pk=cast.sam.pk).exists()


def shown(viewer: Viewer) -> set[Part]:
    """The parts of which the viewer is shown any row; a part shown in half would be an error of its own."""
    found = set()
    for part, models in OF_PART.items():
        some = [model.objects.shared_with(viewer).exists() for model in models]
        assert len(set(some)) == 1, (part, some)
        if some[0]:
            found.add(part)
    return found


def agree(cast: Cast, *parts: str, **said: object) -> Agreement:
    known = {"person": cast.sam, "what_for": "The flat", "on": timezone.localdate(), "by": cast.maya, "account": cast.owen, **said}
    return agree_to_share(parts=parts, **known)  # type: ignore[arg-type]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # each example clears what the one before it left
@given(parts=st.sets(st.sampled_from([part for part in Part if part != Part.REACH])))
def test_what_is_agreed_is_shown_and_nothing_else(parts: set[Part], full: Cast) -> None:
    Agreement.objects.all().delete()
    if parts:
        agree(full, *parts)
    assert shown(full.viewer("owen")) == parts
    assert not sees(full, "owen")
    assert shown(full.viewer("priya")) == set()


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ({}, [0, 1, 900]),
        ({"until_on": 1}, [0, 1]),
        ({"authority_until_on": 1, "authority_seen_on": 0, "how": "authority", "who_agreed": "Jade"}, [0, 1]),
    ],
    ids=["no end", "until", "authority ends"],
)
def test_it_opens_from_its_first_day_to_its_last(said: dict[str, object], days: list[int], full: Cast) -> None:
    today = timezone.localdate()
    agree(full, "talks", **{name: today + value * DAY if isinstance(value, int) else value for name, value in said.items()})
    assert [day for day in (-1, 0, 1, 2, 900) if shown(full.viewer("owen", on=today + day * DAY))] == [
        one for one in (-1, 0, 1, 2, 900) if one in days or (days[-1] == 900 and one > 0)
    ]


def test_taken_back_it_opens_nothing_on_the_next_request(full: Cast) -> None:
    agreement = agree(full, "talks", "people")
    assert shown(full.viewer("owen")) == {Part.TALKS, Part.PEOPLE}
    withdraw(agreement=agreement, by=None)
    assert shown(full.viewer("owen")) == set()
    assert not Person.objects.shared_with(full.viewer("owen")).exists()


def test_a_duty_shows_its_parts_until_it_ends_and_deciding_not_to_tell_shows_nothing(full: Cast) -> None:
    today = timezone.localdate()
    known = {"person": full.sam, "ground": "adult", "because": "Not safe.", "on": today, "by": full.maya}
    tell(**known, told=False)  # type: ignore[arg-type]
    assert shown(full.viewer("priya")) == set()
    tell(**known, account=full.priya, parts=["behind"], whom="Priya", said="All of it", knew=True, until_on=today + DAY)  # type: ignore[arg-type]
    assert [shown(full.viewer("priya", on=today + days * DAY)) for days in (0, 1, 2)] == [{Part.BEHIND}, {Part.BEHIND}, set()]


def test_sealed_is_seen_by_those_named_and_by_nobody_else(full: Cast) -> None:
    agree(full, "talks")
    break_glass(ref=full.sam.ref, reason="Found on the stairs.", by=full.priya)
    seal_person(person=full.sam, named=[full.dev], reason="His brother works here", on=timezone.localdate(), by=full.maya)
    assert {who: sees(full, who) for who in ("maya", "dev", "ines", "owen", "priya")} == {
        "maya": True,
        "dev": True,
        "ines": False,
        "owen": False,
        "priya": False,
    }
    assert shown(full.viewer("owen")) == set()
    assert not Conversation.objects.visible_to(full.viewer("ines")).exists()
    end_name(named=Named.objects.get(account=full.dev), by=full.maya)
    assert not sees(full, "dev")
    with pytest.raises(SharingError, match="nobody could open"):
        end_name(named=Named.objects.get(account=full.maya), by=full.maya)
    unseal_person(person=full.sam, by=full.maya)
    assert sees(full, "ines")
    assert shown(full.viewer("owen")) == {Part.TALKS}


def test_a_name_opens_only_while_there_is_a_seal(full: Cast) -> None:
    factories.NamedFactory(person=full.sam, account=full.owen)
    assert not sees(full, "owen")


def test_broken_glass_opens_all_for_a_while_with_its_ground(full: Cast) -> None:
    glass = break_glass(ref=full.sam.ref, reason="Found on the stairs, does not answer.", by=full.owen)
    assert Person.objects.with_ground(full.viewer("owen")).get(pk=full.sam.pk).ground == "emergency"  # type: ignore[attr-defined]
    assert sees(full, "owen")
    later = Viewer(account=full.owen, on=timezone.localdate(), at=glass.until_at)
    assert not Person.objects.visible_to(later).exists()


def test_the_glass_breaks_for_nobody_sealed_and_nobody_invented(full: Cast) -> None:
    seal_person(person=full.sam, named=[], reason="His brother works here", on=timezone.localdate(), by=full.maya)
    said = []
    for ref in (full.sam.ref, "222222222222"):
        with pytest.raises(SharingError) as refused:
            break_glass(ref=ref, reason="Found on the stairs.", by=full.owen)
        said.append(str(refused.value))
    assert said[0] == said[1]
    assert not BreakGlass.objects.exists()


def test_the_words_of_somebody_sealed_never_move_to_a_record_that_others_see(full: Cast) -> None:
    other = factories.JourneyFactory(team=full.hub).person
    seal_person(person=full.sam, named=[], reason="His brother works here", on=timezone.localdate(), by=full.maya)
    for kept, gone in ((other, full.sam), (full.sam, other)):
        with pytest.raises(MergingError, match="sealed"):
            merge_people(kept=kept, gone=gone, taken=[], by=full.maya)
    assert not Conversation.objects.of(other).exists()
