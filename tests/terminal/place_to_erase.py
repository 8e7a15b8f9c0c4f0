"""Run beside an installation of its own: someone with planted words in every kind of row that holds words. Prints their reference."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.foundation.settings"
os.environ.setdefault("ALONGSIDE_PLAIN_HTTP", "1")

import django

django.setup()

from django.db import models  # noqa: E402
from django.utils import timezone  # noqa: E402

from alongside.rooms.accounts.acts import add_account  # noqa: E402
from alongside.rooms.accounts.models import Role  # noqa: E402
from alongside.rooms.journal.acts import seal_entries, write_entry  # noqa: E402
from alongside.rooms.journeys.acts import begin_journey, record_conversation  # noqa: E402
from alongside.rooms.people.acts import add_person, change_person  # noqa: E402
from alongside.rooms.people.holdings import all_holdings  # noqa: E402
from alongside.rooms.people.models import Person  # noqa: E402
from alongside.rooms.teams.models import Member, Place, Team  # noqa: E402
from tests import factories  # noqa: E402


def planted(number: int) -> str:
    """Words that stand nowhere else: their beginning and their end are both looked for."""
    return f"qzxjv{number}kwplant"


def main() -> None:
    maya = add_account(email="maya@erase.example", called="Maya", role=Role.WORKER)
    add_account(email="gail@erase.example", called="Gail", role=Role.INFORMATION_LEAD)
    team = Team.objects.create(name="Hub", place=Place.objects.create(name="Erasing"))
    Member.objects.create(team=team, account=maya, from_on=timezone.localdate())
    person = add_person(called="Someone", by=maya, full_name=planted(0))
    change_person(person=person, by=maya, full_name=planted(1), reach=planted(2))
    journey = begin_journey(person=person, team=team, lead=maya, on=timezone.localdate(), by=maya, met_words=planted(3))
    for number in range(4, 60):
        record_conversation(journey=journey, words=f"Tea, and {planted(number)} again.", held_on=timezone.localdate(), by=maya)
    write_entry(act="people.person_changed", by=maya, subject=person, reason=planted(60))
    _in_every_kind_of_row(person)
    seal_entries()
    print(person.ref)  # noqa: T201 (what the test reads)


def _in_every_kind_of_row(person: Person) -> None:
    """One row of each holding, of this person, with planted words in each text that its factory fills."""
    for holding in all_holdings():
        if holding.model is Person or not any(isinstance(field, models.TextField) for field in holding.model._meta.concrete_fields):
            continue
        row = getattr(factories, f"{holding.model.__name__}Factory")(**{holding.person_path: person})
        for number, field in enumerate(holding.model._meta.concrete_fields):
            if isinstance(field, models.TextField) and getattr(row, field.name):
                setattr(row, field.name, planted(100 + number))
        row.save()


if __name__ == "__main__":
    main()
