"""The life line: what happened in a life, and since we met what was said, done and felt, in one order of time."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core.partial_date import PartialDate
from alongside.doors.worker.rows import written
from alongside.rooms.journeys.models import Action, CheckIn, Conversation
from alongside.rooms.people.models import LifeEvent, Person

KINDS = {
    "event": gettext_lazy("what happened"),
    "contact": gettext_lazy("contacts with services"),
    "conversation": gettext_lazy("what we talked about"),
    "done": gettext_lazy("what was done"),
    "check-in": gettext_lazy("how in control"),
}
PREVIEW_WORDS = 18
HOW = {4: "Y", 7: "F Y"}  # a date's length as text: how far it is known


class Moment(NamedTuple):
    """when: sorts. kind: one of KINDS. day, lead, text: as the page says it. address: where the whole of it stands, or "".

    out: where an event that was put in by mistake is taken out, or "".
    """

    when: str
    kind: str
    pk: int
    day: str
    lead: str
    text: str
    address: str = ""
    out: str = ""


class Year(NamedTuple):
    year: str
    kinds: str  # a class for each kind of moment in it, so that a year of which nothing is shown goes too
    moments: list[Moment]


def moments(person: Person) -> list[Moment]:
    """Every moment, newest first. Costs four queries, whatever the length."""
    found = [*_events(person), *_conversations(person), *_done(person), *_felt(person)]
    return sorted(found, key=lambda moment: (moment.when, moment.kind, moment.pk), reverse=True)


def by_year(line: list[Moment]) -> list[Year]:
    years = []
    for year, group in groupby(line, key=lambda moment: moment.when[:4]):
        of_it = list(group)
        years.append(Year(year, " ".join(sorted({f"year--{one.kind}" for one in of_it})), of_it))
    return years


def kinds_in(line: list[Moment], shown: list[str]) -> list[tuple[str, str, int, bool]]:
    """Each kind that is there: its name, how it is said, how many, and whether it is shown. shown: empty means all."""
    many = Counter(moment.kind for moment in line)
    return [(kind, str(said), many[kind], not shown or kind in shown) for kind, said in KINDS.items() if many[kind]]


def _day(when: PartialDate) -> str:
    how = HOW.get(len(when.text))
    return date_format(when.earliest, how) if how else written(when.earliest, "j F Y")


def _events(person: Person) -> Iterator[Moment]:
    out = reverse("worker:life_event_out", args=[person.ref, 777])
    for pk, when, what, service in LifeEvent.objects.of(person).values_list("pk", "when", "what", "service"):
        assert when is not None  # noqa: S101 (the column takes no empty one)
        lead = f"{service}:" if service else ""
        yield Moment(when.text, "contact" if service else "event", pk, _day(when), lead, what, out=out.replace("777", str(pk)))


def _conversations(person: Person) -> Iterator[Moment]:
    lead, story = _("Talked:"), reverse("worker:story", args=[person.ref])
    for pk, held_on, words in Conversation.objects.of(person).values_list("pk", "held_on", "words"):
        begins = Truncator(words).words(PREVIEW_WORDS, truncate=" …")
        yield Moment(held_on.isoformat(), "conversation", pk, written(held_on, "j F Y"), lead, begins, f"{story}#talk-{pk}")


def _done(person: Person) -> Iterator[Moment]:
    lead, page = _("Done:"), reverse("worker:action", args=[person.ref, 777])
    for pk, done_on, what in Action.objects.of(person).filter(done_on__isnull=False).values_list("pk", "done_on", "what"):
        assert done_on is not None  # noqa: S101 (asked for above)
        yield Moment(done_on.isoformat(), "done", pk, written(done_on, "j F Y"), lead, what, page.replace("777", str(pk)))


def _felt(person: Person) -> Iterator[Moment]:
    lead = _("In control:")
    for felt in CheckIn.objects.of(person):
        said = felt.words or felt.get_weather_display() or f"{felt.score}/10"
        yield Moment(felt.on.isoformat(), "check-in", felt.pk, written(felt.on, "j F Y"), lead, said)
