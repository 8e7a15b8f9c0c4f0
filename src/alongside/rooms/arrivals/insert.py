"""The rows of a spreadsheet as people of a team, a batch at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from alongside.core.spreadsheet.arriving_row import ArrivingRow
from alongside.rooms.accounts.models import Account
from alongside.rooms.arrivals.known import mark_of, row_issuer
from alongside.rooms.journeys.models import Involvement, Journey, Matter
from alongside.rooms.people.acts import put_in_finding_keys
from alongside.rooms.people.models import Arrival, Identifier, Person
from alongside.rooms.teams.models import Team

OF_PERSON = ("called", "full_name", "born", "phone", "email", "address", "postcode", "reach", "language", "access_needs")


@dataclass(frozen=True)
class Coming:
    """What all rows of one bringing-in share. leads: accounts of the team by e-mail address in small letters."""

    arrival: Arrival
    team: Team
    by: Account
    on: date
    leads: Mapping[str, Account]

    def day_of(self, row: ArrivingRow) -> date:
        """Since when, as a day: the first that it can mean; else the day of bringing in."""
        return row.since.earliest if row.since else self.on

    def person(self, row: ArrivingRow) -> Person:
        return Person(arrival=self.arrival, by=self.by, **{field: getattr(row, field) for field in OF_PERSON})

    def identifiers(self, row: ArrivingRow, person: Person) -> list[Identifier]:
        named = [Identifier(person=person, issuer=row_issuer(self.team), value=mark_of(row))]
        return [*named, Identifier(person=person, issuer=self.team.ref, value=row.reference)] if row.reference else named

    def journey(self, row: ArrivingRow, person: Person) -> Journey:
        """Since when we are with them stays open where the file does not say: it was before today."""
        said = {"since": row.since, "met_words": row.met, "met_from_elsewhere": bool(row.met)}
        return Journey(person=person, team=self.team, standing_since_on=self.day_of(row), by=self.by, **said)

    def involvement(self, row: ArrivingRow, journey: Journey) -> Involvement:
        """From today: nobody could see their story here before."""
        lead = self.leads[row.lead_email.casefold()] if row.lead_email else self.by
        return Involvement(journey=journey, account=lead, part=Involvement.Part.LEAD, from_on=self.on, by=self.by)

    def matter(self, row: ArrivingRow, journey: Journey) -> Matter:
        whose = Matter.Whose.THEIRS
        return Matter(journey=journey, words=row.matters, whose=whose, from_elsewhere=True, said_on=self.day_of(row), by=self.by)


def insert(rows: Sequence[ArrivingRow], coming: Coming) -> None:
    """One short transaction: about ten statements for each fifty people. Raises IntegrityError for a reference that is there."""
    people = [coming.person(row) for row in rows]
    pairs = list(zip(rows, people, strict=True))
    identifiers = [one for row, person in pairs for one in coming.identifiers(row, person)]
    journeys = [coming.journey(row, person) for row, person in pairs]
    begun = list(zip(rows, journeys, strict=True))
    involvements = [coming.involvement(row, journey) for row, journey in begun]
    matters = [coming.matter(row, journey) for row, journey in begun if row.matters]
    with transaction.atomic():  # all is made before the lock is taken; numbers follow as each kind is saved
        Person.objects.bulk_create(people)
        Identifier.objects.bulk_create(identifiers)
        put_in_finding_keys(people, identifiers)
        Journey.objects.bulk_create(journeys)
        Involvement.objects.bulk_create(involvements)
        Matter.objects.bulk_create(matters)
