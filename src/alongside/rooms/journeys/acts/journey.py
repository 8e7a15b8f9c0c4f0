from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from alongside.core.partial_date import PartialDate
from alongside.core.two_editors import Stood, mine_to_change
from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.journeys.errors import JourneyError
from alongside.rooms.journeys.models import Involvement, Journey
from alongside.rooms.people.models import Person
from alongside.rooms.teams.models import Team


@transaction.atomic
def begin_journey(
    *,
    person: Person,
    team: Team,
    lead: Account,
    on: date,
    by: Account,
    met_words: str = "",
    met_where: str = "",
    returned_from: Journey | None = None,
) -> Journey:
    """Begin our time with someone, with one who leads.

    Raises JourneyError when the team is with this person already.
    """
    try:
        with transaction.atomic():
            journey = Journey.objects.create(
                person=person,
                team=team,
                since=PartialDate.of(on),
                standing_since_on=on,
                met_words=met_words.strip(),
                met_where=met_where.strip(),
                returned_from=returned_from,
                by=by,
            )
    except IntegrityError as error:
        raise JourneyError(_("The team is with this person already.")) from error
    Involvement.objects.create(journey=journey, account=lead, part=Involvement.Part.LEAD, from_on=on, by=by)
    write_entry(act="journeys.journey_begun", by=by, subject=person)
    return journey


@transaction.atomic
def change_how_we_met(*, journey: Journey, by: Account, as_it_stood: Stood | None = None, **known: Any) -> Journey:
    """known: met_words, met_where, since.

    as_it_stood: what the writer had before them. Raises ChangedMeanwhile where both changed the same.
    """
    journey = Journey.objects.select_for_update().get(pk=journey.pk)
    mine = mine_to_change(journey, known, as_it_stood)
    if "met_words" in mine and mine["met_words"] != journey.met_words:
        journey.met_from_elsewhere = False
    for field, value in mine.items():
        setattr(journey, field, value)
    journey.save(update_fields=[*mine, "met_from_elsewhere"])
    write_entry(act="journeys.how_we_met_changed", by=by, subject=journey.person)
    return journey


@transaction.atomic
def change_standing(*, journey: Journey, standing: Journey.Standing, on: date, by: Account, words: str = "") -> Journey:
    """Go to a light touch, be alongside again, or end. Ending ends everyone's being alongside; the team keeps the story.

    Raises JourneyError when it has ended: coming back begins anew, with `welcome_back`.
    """
    journey = Journey.objects.select_for_update().get(pk=journey.pk)
    if journey.standing == Journey.Standing.ENDED:
        raise JourneyError(_("Our time together has ended. Welcome them back instead: the old story is still there."))
    journey.standing, journey.standing_since_on = standing, on
    if standing == Journey.Standing.ENDED:
        journey.ended_on, journey.ended_words = on, words.strip()
        journey.involvements.filter(to_on=None).update(to_on=on)
    journey.save(update_fields=["standing", "standing_since_on", "ended_on", "ended_words"])
    write_entry(act=f"journeys.standing_{standing.replace('-', '_')}", by=by, subject=journey.person)
    return journey


@transaction.atomic
def welcome_back(*, journey: Journey, lead: Account, on: date, by: Account, met_words: str = "", met_where: str = "") -> Journey:
    """Begin again with someone whose time with us ended; the old story stays, and nothing has to be told twice."""
    journey = Journey.objects.select_for_update().get(pk=journey.pk)
    if journey.standing != Journey.Standing.ENDED:
        raise JourneyError(_("Our time together has not ended."))
    if Journey.objects.filter(returned_from=journey).exists():
        raise JourneyError(_("They were welcomed back already."))
    return begin_journey(
        person=journey.person, team=journey.team, lead=lead, on=on, by=by, met_words=met_words, met_where=met_where, returned_from=journey
    )
