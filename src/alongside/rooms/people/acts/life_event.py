from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.core.partial_date import PartialDate
from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.errors import PersonError
from alongside.rooms.people.models import LifeEvent, Person


@transaction.atomic
def add_life_event(
    *, person: Person, what: str, when: PartialDate, by: Account, on: date, service: str = "", kept_off: bool = False
) -> LifeEvent:
    """Put something on the life line, to the precision known. on: today; what has not happened yet is refused.

    service: with which service, where it was a contact with one.
    """
    if not what.strip():
        raise PersonError(_("Say what happened, in a few words."))
    if when.earliest > on:
        raise PersonError(_("That is still to come. The life line holds what has happened."))
    event = LifeEvent.objects.create(person=person, what=what.strip(), when=when, service=service.strip(), by=by, kept_off=kept_off)
    write_entry(act="people.life_event_added", by=by, subject=person)
    return event


@transaction.atomic
def take_out_life_event(*, event: LifeEvent, by: Account) -> None:
    write_entry(act="people.life_event_taken_out", by=by, subject=event.person)
    event.delete()
