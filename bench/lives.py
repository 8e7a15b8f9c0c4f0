"""What stands in an invented life, drawn by a seeded generator: rows not yet stored."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from alongside.core.partial_date import PartialDate
from alongside.rooms.accounts.models import Account
from alongside.rooms.journeys.models import Action, Cause, CheckIn, Conversation, Journey, Matter
from alongside.rooms.people.models import LifeEvent, Tie

SAID = [
    "We sat at the kitchen table and went through the letters together, the oldest first. Three could go straight into the fire.",
    "“I’d rather walk there myself than be taken.”",
    "Rang the landlord together, on loudspeaker. Forty minutes of waiting, then it was done in two.",
    "“Nobody had asked me that before.”",
    "The boiler works again. Tea, and a long talk about the allotment and who might take the other half of it.",
    "She came on the bus by herself and knew everyone’s name by the end. The talk was of Sunday, and of who brings what.",
]
NAMES = [
    "Abena",
    "Alf",
    "Amira",
    "Anwen",
    "Barry",
    "Beata",
    "Carys",
    "Cheng",
    "Daryl",
    "Edith",
    "Farah",
    "Gethin",
    "Hamid",
    "Imran",
    "Rosa",
]
SURNAME_BEGINS = ["Ash", "Barn", "Clay", "Dun", "Ever", "Fair", "Gold", "Har", "Iver", "Kirk", "Lang", "Mar", "Nor", "Oak", "Pem", "Quen"]
SURNAME_BEGINS += [
    "Rad",
    "Shel",
    "Thorn",
    "Under",
    "Wal",
    "York",
    "Bram",
    "Cross",
    "Der",
    "Ell",
    "Fern",
    "Green",
    "Hol",
    "Ing",
    "Ken",
    "Lin",
]
SURNAME_ENDS = [
    "worth",
    "by",
    "ton",
    "ham",
    "ley",
    "field",
    "brook",
    "well",
    "croft",
    "wick",
    "bourne",
    "dale",
    "shaw",
    "gate",
    "man",
    "son",
]
SURNAME_ENDS += [
    "wood",
    "combe",
    "hurst",
    "stead",
    "more",
    "beck",
    "thwaite",
    "den",
    "ford",
    "land",
    "ridge",
    "grove",
    "more",
    "all",
    "ett",
    "ard",
]
WHERE = ["At home", "Out and about", "Phone", "Hub", ""]
STRENGTHS = list(Tie.Strength)


def full_name(number: int) -> str:
    """Fifteen first names, a thousand surnames, and a middle name here and there."""
    mixed = number * 7919
    surname = SURNAME_BEGINS[mixed % 32] + SURNAME_ENDS[mixed // 32 % 32]
    return f"{NAMES[number % len(NAMES)]} {surname}"


def born(number: int) -> PartialDate:
    return PartialDate.of(date(1936, 1, 1) + timedelta(days=number * 7919 % 26_000))


def conversations(journey: Journey, many: int, by: Account, last: date, chance: random.Random) -> Iterator[Conversation]:
    """The newest on `last`, the others three days apart before it: 270 to 370 characters each."""
    for number in range(many):
        yield Conversation(
            journey=journey,
            by=by,
            held_on=last - timedelta(days=3 * number),
            where=chance.choice(WHERE),
            minutes=chance.choice((15, 40, 60, None)),
            who=chance.choice(("", "", "Jade and her grandmother")),
            words="\n".join(chance.sample(SAID, 3)),
        )


def ties(journey: Journey, many: int, by: Account) -> Iterator[Tie]:
    for number in range(many):
        name = NAMES[number % len(NAMES)]
        yield Tie(person=journey.person, by=by, name=name, relation="neighbour", strength=STRENGTHS[number % len(STRENGTHS)])


def causes(journey: Journey, many: int, by: Account) -> Iterator[Cause]:
    for number in range(many):
        yield Cause(journey=journey, by=by, what=f"Letter {number + 1} not opened", is_how_we_met=number == 0)


def matters(journey: Journey, many: int, by: Account, on: date) -> Iterator[Matter]:
    for number in range(many):
        yield Matter(journey=journey, by=by, words=f"To have the children here at weekends ({number + 1}).", said_on=on)


def life_events(journey: Journey, many: int, by: Account) -> Iterator[LifeEvent]:
    for number in range(many):
        yield LifeEvent(person=journey.person, by=by, what="Moved to the flat over the bakery", when=PartialDate(str(1990 + number)))


def actions(journey: Journey, many: int, by: Account, on: date) -> Iterator[Action]:
    """A third led by the writer and due this week, a third by the person, a third done."""
    for number in range(many):
        kind = number % 3
        yield Action(
            journey=journey,
            by=by,
            what=f"Ring about letter {number + 1}, together",
            led_by="team" if kind == 0 else "person",
            leader_account=by if kind == 0 else None,
            due_on=on + timedelta(days=number % 7),
            standing=Action.Standing.DONE if kind == 2 else Action.Standing.AGREED,
            done_on=on if kind == 2 else None,
        )


def check_ins(journey: Journey, many: int, by: Account, on: date) -> Iterator[CheckIn]:
    for number in range(many):
        yield CheckIn(journey=journey, by=by, on=on - timedelta(days=20 * (many - number)), score=number % 11)
