"""The life line: four kinds of moment in one order of time, grouped by year."""

from itertools import groupby
from typing import NamedTuple

from alongside.core.partial_date import PartialDate
from alongside.rooms.journeys.models import Action, CheckIn, Conversation
from alongside.rooms.people.models import LifeEvent, Person


class Moment(NamedTuple):
    """kind: event, conversation, done or check-in. pk: of the event, so that one put in by mistake can be taken out."""

    when: PartialDate
    kind: str
    text: str
    pk: int


def life_line(person: Person) -> list[tuple[str, list[Moment]]]:
    """Every moment, newest first, grouped by year. Costs four queries, whatever the length."""
    moments = [Moment(one.when, "event", one.what, one.pk) for one in LifeEvent.objects.of(person) if one.when]
    for talk in Conversation.objects.of(person).only("held_on", "where", "words"):
        moments.append(Moment(PartialDate.of(talk.held_on), "conversation", talk.words, talk.pk))
    for done in Action.objects.of(person).filter(done_on__isnull=False):
        assert done.done_on is not None  # noqa: S101 (asked for above)
        moments.append(Moment(PartialDate.of(done.done_on), "done", done.what, done.pk))
    for felt in CheckIn.objects.of(person):
        said = felt.words or felt.get_weather_display() or f"{felt.score}/10"
        moments.append(Moment(PartialDate.of(felt.on), "check-in", said, felt.pk))
    moments.sort(key=lambda moment: (moment.when, moment.kind, moment.pk), reverse=True)
    return [(year, list(group)) for year, group in groupby(moments, key=lambda moment: moment.when.text[:4])]
