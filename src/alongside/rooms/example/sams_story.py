"""Walking with Sam, act by act, as told in sam.py."""

from datetime import date, timedelta

from alongside.core.partial_date import PartialDate
from alongside.rooms.accounts.models import Account
from alongside.rooms.example import sam
from alongside.rooms.journeys.acts import (
    add_cause,
    agree_action,
    ask_in,
    begin_journey,
    change_cause,
    hand_over_action,
    join_causes,
    move_action,
    read_back,
    record_check_in,
    record_conversation,
    record_matter,
)
from alongside.rooms.journeys.models import Action, Cause, Journey, Matter
from alongside.rooms.journeys.models.action import LedBy
from alongside.rooms.people.acts import add_life_event, add_person, add_tie
from alongside.rooms.people.models import Person
from alongside.rooms.teams.models import Team

Cast = dict[str, Account]


def walk_with_sam(*, team: Team, cast: Cast, today: date) -> Journey:
    """From a letter about bailiffs to a debt that is paid, and what lay between."""
    maya = cast["maya"]
    person = add_person(
        called="Sam",
        full_name="Sam Tennant",
        by=maya,
        born=PartialDate("1988-09"),
        reach="Ring, after four. No letters, no voicemail.",
        phone="01632 960555",
        access_needs="Reads slowly; likes it read together.",
        address="7 Heron Street",
    )
    met = today - timedelta(days=sam.MET)
    journey = begin_journey(person=person, team=team, lead=maya, on=met, by=maya, met_words=sam.MET_WORDS, met_where=sam.MET_WHERE)
    asked_on = today - timedelta(days=240)
    ask_in(journey=journey, account=cast["dev"], what_for="the tenancy", yes=True, on=asked_on, by=maya)
    _what_is_known(person, maya, today)
    matters = _what_matters(journey, maya, today)
    for talk in sam.TALKS:
        _, by, where, minutes, who, words = talk
        held_on = today - timedelta(days=talk.back)
        record_conversation(journey=journey, words=words, held_on=held_on, by=cast[by], where=where, minutes=minutes, who=who)
    _what_lies_behind(journey, maya, today)
    for agreed in sam.AGREED:
        _agree(journey, agreed, matters[agreed.toward], cast, today)
    for back, score, weather, words, more in sam.CHECK_INS:
        on = today - timedelta(days=back)
        record_check_in(journey=journey, on=on, by=maya, score=score, weather=weather, words=words, expects_more=more)
    return journey


def _what_is_known(person: Person, by: Account, today: date) -> None:
    for name, relation, strength, flow in sam.TIES:
        add_tie(person=person, name=name, relation=relation, strength=strength, flow=flow, by=by)
    for when, what in sam.BACKGROUND:
        add_life_event(person=person, what=what, when=PartialDate(when), by=by, on=today)
    for back, service, what in sam.BEFORE_US:
        add_life_event(person=person, what=what, when=PartialDate.of(today - timedelta(days=back)), service=service, by=by, on=today)


def _what_matters(journey: Journey, by: Account, today: date) -> list[Matter]:
    matters = []
    for words, said_back, read_back_back in sam.MATTERS:
        matter = record_matter(journey=journey, words=words, said_on=today - timedelta(days=said_back), by=by)
        read_back(matter=matter, on=today - timedelta(days=read_back_back), by=by)
        matters.append(matter)
    return matters


def _what_lies_behind(journey: Journey, by: Account, today: date) -> None:
    causes = {
        key: add_cause(journey=journey, what=what, seen_by=Cause.SeenBy(seen_by), is_how_we_met=key == "unpaid", by=by)
        for key, (what, seen_by) in sam.CAUSES.items()
    }
    for cause, effect in sam.LEADS:
        join_causes(cause=causes[cause], effect=causes[effect], by=by)
    for key, back in sam.EASED:
        change_cause(cause=causes[key], eased=True, on=today - timedelta(days=back), by=by)


def _agree(journey: Journey, agreed: sam.Agreed, matter: Matter, cast: Cast, today: date) -> None:
    by = cast["maya"]
    led_by = LedBy(agreed.led_by)
    account = cast[agreed.leader] if led_by == LedBy.TEAM else None
    action = agree_action(
        journey=journey,
        what=agreed.what,
        led_by=led_by,
        leader_name="" if account else agreed.leader,
        leader_account=account,
        matter=matter,
        due_on=None if agreed.due_back is None else today - timedelta(days=agreed.due_back),
        standing=Action.Standing(agreed.standing),
        by=by,
    )
    if agreed.then:
        to, name, back = agreed.then
        hand_over_action(action=action, led_by=LedBy(to), leader_name=name, on=today - timedelta(days=back), by=by)
    if agreed.done_back is not None:
        done_on = today - timedelta(days=agreed.done_back)
        move_action(action=action, standing=Action.Standing.DONE, on=done_on, outcome=agreed.outcome, by=by)
