"""What the person writes themself: into the same rows as everyone, with nobody of ours as author."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.rooms.journeys.acts import agree_action, change_matter, hand_over_action, move_action, record_check_in, record_matter
from alongside.rooms.journeys.models import Action, CheckIn, Journey, Matter
from alongside.rooms.journeys.models.action import LedBy
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.errors import SharingError


def time_with(person: Person) -> Journey:
    """Our time with them that goes on, or the last there was. Raises SharingError where there is none."""
    times = Journey.objects.filter(person=person, joined_into=None)
    found = times.walking().order_by("-pk").first() or times.order_by("-pk").first()
    if found is None:
        raise SharingError(_("Nothing can be kept here now. Ring us."))
    return found


@transaction.atomic
def say_what_matters(*, person: Person, words: str, on: date, instead_of: Matter | None = None) -> Matter:
    """New words are a new row. instead_of: what they said before, which no longer matters from that day; it is not lost."""
    said = record_matter(journey=time_with(person), words=words, said_on=on, by=None)
    if instead_of is not None:
        change_matter(matter=instead_of, still=False, on=on, by=None)
    return said


def let_go_of(*, matter: Matter, on: date) -> Matter:
    """It matters no longer."""
    return change_matter(matter=matter, still=False, on=on, by=None)


def add_own_action(*, person: Person, what: str) -> Action:
    """Something they will do themself."""
    return agree_action(journey=time_with(person), what=what, led_by=LedBy.PERSON, by=None)


def tick(*, action: Action, on: date) -> Action:
    """It is done."""
    return move_action(action=action, standing=Action.Standing.DONE, on=on, by=None)


@transaction.atomic
def lead_it(*, action: Action, on: date) -> Action:
    """ "I'll lead this." An idea that nobody led is agreed by it."""
    action = hand_over_action(action=action, led_by=LedBy.PERSON, on=on, by=None)
    if action.standing == Action.Standing.IDEA:
        action = move_action(action=action, standing=Action.Standing.AGREED, on=on, by=None)
    return action


def say_how_it_is(*, person: Person, on: date, weather: str = "", words: str = "", expects_more: bool = False) -> CheckIn:
    return record_check_in(journey=time_with(person), on=on, by=None, weather=weather, words=words, expects_more=expects_more)
