"""Walking with the other thirty-nine, through the acts, by a seeded generator. The same seed and day give the same lives."""

import random
from datetime import date, timedelta
from itertools import pairwise

from alongside.core.partial_date import PartialDate
from alongside.rooms.accounts.models import Account
from alongside.rooms.example.cast import MEMBERS
from alongside.rooms.example.lives import EVENTS, NAMES, REACH, ROUND_THEM, THREADS, Thread
from alongside.rooms.journeys.acts import (
    add_cause,
    agree_action,
    begin_journey,
    change_standing,
    hand_over_action,
    join_causes,
    move_action,
    read_back,
    record_check_in,
    record_conversation,
    record_matter,
)
from alongside.rooms.journeys.models import Action, Cause, Journey
from alongside.rooms.journeys.models.action import LedBy
from alongside.rooms.people.acts import add_life_event, add_person, add_tie
from alongside.rooms.people.models import Person, Tie
from alongside.rooms.teams.models import Team

WHERE = ("At home", "Out and about", "Phone", "Hub")
LEADS = (LedBy.PERSON, LedBy.PERSON, LedBy.CIRCLE, LedBy.TEAM, LedBy.COMMUNITY)


def walk_with_the_others(*, team: Team, cast: dict[str, Account], today: date, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (an invented place, not a secret)
    for number, called in enumerate(NAMES):
        lead = cast[MEMBERS[number % len(MEMBERS)]]
        _walk_with(called, THREADS[number % len(THREADS)], team, lead, today, chance)


def _walk_with(called: str, thread: Thread, team: Team, lead: Account, today: date, chance: random.Random) -> None:
    met = today - timedelta(days=chance.randint(6, 268))
    person = add_person(called=called, by=lead, born=PartialDate(str(chance.randint(1939, 2006))), reach=chance.choice(REACH))
    journey = begin_journey(person=person, team=team, lead=lead, on=met, by=lead, met_words=thread.met, met_where=thread.where)
    _round_them(person, lead, today, chance)
    _behind(journey, thread, lead)
    matters = [record_matter(journey=journey, words=words, said_on=met + timedelta(days=5), by=lead) for words in thread.matters]
    if chance.random() < 0.7:
        read_back(matter=matters[0], on=min(today, met + timedelta(days=12)), by=lead)
    _talk(journey, thread, lead, met, today, chance)
    _agree(journey, thread, lead, met, today, chance)
    _feel(journey, lead, met, today, chance)
    _step_back(journey, lead, met, today, chance)


def _round_them(person: Person, lead: Account, today: date, chance: random.Random) -> None:
    for name, relation in chance.sample(ROUND_THEM, chance.randint(2, 6)):
        strength = chance.choice(list(Tie.Strength))
        flow = Tie.Flow.NONE if strength in (Tie.Strength.BROKEN, Tie.Strength.WISHED) else chance.choice(list(Tie.Flow))
        add_tie(person=person, name=name, relation=relation, strength=strength, flow=flow, by=lead)
    for what in chance.sample(EVENTS, chance.randint(1, 3)):
        add_life_event(person=person, what=what, when=PartialDate(str(chance.randint(1970, 2024))), by=lead, on=today)


def _behind(journey: Journey, thread: Thread, lead: Account) -> None:
    causes = [
        add_cause(journey=journey, what=what, seen_by=Cause.SeenBy.TOGETHER, is_how_we_met=number == len(thread.causes) - 1, by=lead)
        for number, what in enumerate(thread.causes)
    ]
    for cause, effect in pairwise(causes):
        join_causes(cause=cause, effect=effect, by=lead)
    if thread.circle:
        join_causes(cause=causes[-1], effect=causes[0], by=lead)


def _talk(journey: Journey, thread: Thread, lead: Account, met: date, today: date, chance: random.Random) -> None:
    day, number = met, 0
    while day <= today and number < 14:
        words = thread.words[number % len(thread.words)]
        minutes = chance.choice((15, 30, 40, 60, None))
        record_conversation(journey=journey, words=words, held_on=day, by=lead, where=chance.choice(WHERE), minutes=minutes)
        day += timedelta(days=chance.randint(6, 24))
        number += 1


def _agree(journey: Journey, thread: Thread, lead: Account, met: date, today: date, chance: random.Random) -> None:
    for number, what in enumerate(thread.agreed):
        led_by = chance.choice(LEADS)
        due_on = met + timedelta(days=14 + 30 * number)
        action = agree_action(
            journey=journey,
            what=what,
            led_by=led_by,
            leader_account=lead,
            due_on=due_on if due_on > today or chance.random() < 0.8 else None,
            by=lead,
        )
        if due_on < today and chance.random() < 0.85:
            if led_by == LedBy.TEAM and chance.random() < 0.6:
                action = hand_over_action(action=action, led_by=LedBy.PERSON, on=due_on - timedelta(days=4), by=lead)
            move_action(action=action, standing=Action.Standing.DONE, on=due_on, by=lead)


def _feel(journey: Journey, lead: Account, met: date, today: date, chance: random.Random) -> None:
    day, score = met + timedelta(days=7), chance.randint(1, 4)
    while day <= today:
        record_check_in(journey=journey, on=day, score=score, expects_more=chance.random() < 0.1, by=lead)
        score = max(0, min(10, score + chance.choice((-1, 0, 1, 1, 1))))
        day += timedelta(days=chance.randint(25, 50))


def _step_back(journey: Journey, lead: Account, met: date, today: date, chance: random.Random) -> None:
    """Some who were met long ago are a light touch by now, or have taken over altogether."""
    if (today - met).days < 150:
        return
    turn = chance.random()
    if turn < 0.25:
        on = today - timedelta(days=chance.randint(3, 40))
        change_standing(journey=journey, standing=Journey.Standing.LIGHT, on=on, by=lead)
    elif turn < 0.45:
        on = today - timedelta(days=chance.randint(3, 40))
        change_standing(journey=journey, standing=Journey.Standing.ENDED, on=on, words="They lead all of it themselves now.", by=lead)
