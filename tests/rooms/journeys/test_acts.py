"""Acts of our time with someone: what they do, what they refuse, and that the journal is told."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from alongside.rooms.journal.models import Entry
from alongside.rooms.journeys import acts
from alongside.rooms.journeys.errors import ActionAlreadyDone, JourneyError
from alongside.rooms.journeys.models import Action, Involvement, Journey, LeadsTo
from alongside.rooms.journeys.models.action import LedBy
from alongside.rooms.people.models import Person
from tests import factories as f
from tests.conftest import Cast

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def parts(journey: Journey) -> dict[str, str]:
    return {one.account.called: one.part for one in journey.involvements.current(TODAY).select_related("account")}


def told(act: str) -> int:
    return Entry.objects.filter(act=act).count()


def test_handing_over_the_lead_keeps_who_led_alongside(cast: Cast) -> None:
    acts.hand_over_lead(journey=cast.journey, to=cast.ines, on=TODAY, by=cast.maya)
    assert parts(cast.journey) == {"Ines": "lead", "Maya": "alongside", "Dev": "asked-in"}
    assert told("journeys.lead_handed_over") == 1


def test_handing_over_to_who_is_alongside_leaves_one_row_of_each(cast: Cast) -> None:
    acts.hand_over_lead(journey=cast.journey, to=cast.dev, on=TODAY, by=cast.maya)
    acts.hand_over_lead(journey=cast.journey, to=cast.maya, on=TODAY, by=cast.dev)
    assert parts(cast.journey) == {"Maya": "lead", "Dev": "alongside"}


def test_who_leads_already_is_refused(cast: Cast) -> None:
    with pytest.raises(JourneyError, match="leads already"):
        acts.hand_over_lead(journey=cast.journey, to=cast.maya, on=TODAY, by=cast.maya)


def test_nobody_is_asked_in_without_the_persons_yes(cast: Cast) -> None:
    with pytest.raises(JourneyError, match="Ask them first"):
        acts.ask_in(journey=cast.journey, account=cast.owen, what_for="benefits", yes=False, on=TODAY, by=cast.maya)
    joined = acts.ask_in(journey=cast.journey, account=cast.owen, what_for="benefits", yes=True, on=TODAY, by=cast.maya)
    assert (joined.yes_on, joined.yes_heard_by) == (TODAY, cast.maya)
    assert Person.objects.visible_to(cast.viewer("owen")).get() == cast.sam
    with pytest.raises(JourneyError, match="already"):
        acts.ask_in(journey=cast.journey, account=cast.owen, what_for="", yes=True, on=TODAY, by=cast.maya)


def test_the_lead_hands_over_before_stepping_away(cast: Cast) -> None:
    lead = Involvement.objects.get(journey=cast.journey, part="lead")
    with pytest.raises(JourneyError, match="hands over first"):
        acts.step_away(involvement=lead, on=TODAY, by=cast.maya)


def test_ending_ends_everyones_being_alongside_and_keeps_the_story(cast: Cast) -> None:
    f.ConversationFactory(journey=cast.journey)
    acts.change_standing(journey=cast.journey, standing=Journey.Standing.ENDED, on=TODAY, words="Theirs now.", by=cast.maya)
    assert parts(cast.journey) == {}
    assert not Person.objects.visible_to(cast.viewer("dev")).exists()
    assert Person.objects.visible_to(cast.viewer("ines")).get() == cast.sam


def test_coming_back_starts_nothing_again(cast: Cast) -> None:
    old = f.ConversationFactory(journey=cast.journey)
    acts.change_standing(journey=cast.journey, standing=Journey.Standing.ENDED, on=TODAY, by=cast.maya)
    again = acts.welcome_back(journey=cast.journey, lead=cast.ines, on=TODAY, by=cast.ines, met_words="The post is back.")
    assert again.returned_from == cast.journey
    assert list(type(old).objects.visible_to(cast.viewer("ines")).of(cast.sam)) == [old]
    with pytest.raises(JourneyError, match="already"):
        acts.welcome_back(journey=cast.journey, lead=cast.ines, on=TODAY, by=cast.ines)


def test_after_the_end_nothing_changes_but_by_coming_back(cast: Cast) -> None:
    acts.change_standing(journey=cast.journey, standing=Journey.Standing.ENDED, on=TODAY, by=cast.maya)
    for refused in (
        lambda: acts.change_standing(journey=cast.journey, standing=Journey.Standing.LIGHT, on=TODAY, by=cast.maya),
        lambda: acts.ask_in(journey=cast.journey, account=cast.owen, what_for="", yes=True, on=TODAY, by=cast.maya),
        lambda: acts.hand_over_lead(journey=cast.journey, to=cast.ines, on=TODAY, by=cast.maya),
    ):
        with pytest.raises(JourneyError, match=r"[Ww]elcome them back"):
            refused()


def test_a_team_is_with_someone_once(cast: Cast) -> None:
    with pytest.raises(JourneyError, match="already"):
        acts.begin_journey(person=cast.sam, team=cast.hub, lead=cast.ines, on=TODAY, by=cast.ines)


def agreed(cast: Cast, **known: object) -> Action:
    return acts.agree_action(journey=cast.journey, what="Open the post", led_by=LedBy.TEAM, leader_account=cast.maya, by=cast.maya, **known)  # type: ignore[arg-type]


def test_handing_over_an_action_keeps_how_the_lead_moved(cast: Cast) -> None:
    action = agreed(cast)
    action = acts.hand_over_action(action=action, led_by=LedBy.PERSON, on=TODAY, by=cast.maya)
    action = acts.hand_over_action(action=action, led_by=LedBy.TEAM, leader_account=cast.ines, on=TODAY, by=cast.ines)
    moved = [(one.was_led_by, one.was_leader, one.led_by, one.leader) for one in action.handovers.all()]
    assert moved == [("team", "Maya", "person", ""), ("person", "", "team", "Ines")]
    assert (action.led_by, action.leader_account) == ("team", cast.ines)


def test_handing_over_to_who_leads_already_is_refused(cast: Cast) -> None:
    with pytest.raises(JourneyError, match="already"):
        acts.hand_over_action(action=agreed(cast), led_by=LedBy.TEAM, leader_account=cast.maya, on=TODAY, by=cast.maya)


def test_what_was_done_stays_done(cast: Cast) -> None:
    action = agreed(cast)
    acts.move_action(action=action, standing=Action.Standing.DONE, on=date(2026, 3, 3), by=cast.maya, outcome="An hour.")
    with pytest.raises(ActionAlreadyDone, match="3 March 2026"):
        acts.hand_over_action(action=action, led_by=LedBy.PERSON, on=TODAY, by=cast.maya)
    with pytest.raises(ActionAlreadyDone):
        acts.move_action(action=action, standing=Action.Standing.LET_GO, on=TODAY, by=cast.maya)


def test_what_was_let_go_is_agreed_anew_or_not_at_all(cast: Cast) -> None:
    action = acts.move_action(action=agreed(cast), standing=Action.Standing.LET_GO, on=TODAY, by=cast.maya)
    with pytest.raises(ActionAlreadyDone, match="let go"):
        acts.move_action(action=action, standing=Action.Standing.DONE, on=TODAY, by=cast.maya)


def test_causes_may_form_a_loop_and_are_joined_once(cast: Cast) -> None:
    fright, post = (acts.add_cause(journey=cast.journey, what=what, by=cast.maya) for what in ("Fright", "Post"))
    for _ in range(2):
        acts.join_causes(cause=fright, effect=post, by=cast.maya)
        acts.join_causes(cause=post, effect=fright, by=cast.maya)
    assert LeadsTo.objects.count() == 2
    assert told("journeys.causes_joined") == 2


def test_causes_of_two_people_are_not_joined(cast: Cast) -> None:
    ours, other = acts.add_cause(journey=cast.journey, what="Fright", by=cast.maya), f.CauseFactory()
    with pytest.raises(JourneyError, match="this person"):
        acts.join_causes(cause=ours, effect=other, by=cast.maya)


@pytest.mark.parametrize("said", [{"score": 0}, {"words": "Mine again."}, {"weather": "sun"}])
def test_a_check_in_says_it_in_any_one_way(said: dict[str, object], cast: Cast) -> None:
    assert acts.record_check_in(journey=cast.journey, on=TODAY, by=cast.maya, **said).pk  # type: ignore[arg-type]


@pytest.mark.parametrize("said", [{}, {"words": "  "}, {"score": 11}, {"score": -1}])
def test_a_check_in_that_says_nothing_is_refused(said: dict[str, object], cast: Cast) -> None:
    with pytest.raises(JourneyError):
        acts.record_check_in(journey=cast.journey, on=TODAY, by=cast.maya, **said)  # type: ignore[arg-type]


def test_reading_back_has_who_and_when(cast: Cast) -> None:
    matter = acts.read_back(matter=f.MatterFactory(journey=cast.journey), on=TODAY, by=cast.ines)
    assert (matter.read_back_on, matter.read_back_by, matter.as_heard) == (TODAY, cast.ines, False)


def test_easing_has_who_and_when_and_can_be_taken_back(cast: Cast) -> None:
    cause = f.CauseFactory(journey=cast.journey)
    known = {"what": cause.what, "seen_by": cause.seen_by, "is_how_we_met": False, "by": cast.ines}
    eased = acts.change_cause(cause=cause, eased=True, on=TODAY, **known)
    assert (eased.eased_on, eased.eased_by) == (TODAY, cast.ines)
    later = acts.change_cause(cause=cause, eased=True, on=TODAY + timedelta(days=9), **known)
    assert later.eased_on == TODAY
    assert acts.change_cause(cause=cause, eased=False, on=TODAY, **known).eased_by is None


def test_an_act_and_its_entry_stand_or_fall_together(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("alongside.rooms.journeys.acts.matter.write_entry", full)
    with pytest.raises(OSError, match="full"):
        acts.record_matter(journey=cast.journey, words="My mum", said_on=TODAY, by=cast.maya)
    assert not cast.journey.matters.exists()
