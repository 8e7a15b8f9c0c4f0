from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Max, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from alongside.core.why import decision, learning
from alongside.rooms.accounts.models import Account, Authored
from alongside.rooms.people.fields import PartialDateField, known_to_year_month_or_day
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models import Person
from alongside.rooms.teams.models import Team


def last_talked_on(journey: str) -> Subquery:
    """The day of the newest conversation. journey: the column that holds the number of our time with someone."""
    talks: Any = Journey._meta.get_field("conversations").related_model
    return Subquery(talks.objects.filter(journey=OuterRef(journey)).values("journey").annotate(last=Max("held_on")).values("last"))


class JourneyQuerySet(OfPersonQuerySet["Journey"]):
    def walking(self) -> Self:
        """Alongside or light touch: not ended."""
        return self.exclude(standing=Journey.Standing.ENDED)

    def led_or_joined_by(self, account: Account, on: date) -> Self:
        """Those that go on and in which this account is alongside, by what the person is called."""
        current = Q(involvements__to_on=None) | Q(involvements__to_on__gt=on)
        mine = self.filter(current, involvements__account=account, involvements__from_on__lte=on, joined_into=None)
        return mine.walking().order_by("person__called", "pk").distinct()

    def to_list(self) -> Self:
        """One for each person and team: the newest time with them, and not the one that goes on within another."""
        return self.filter(returned_as=None, joined_into=None)

    def for_listing(self) -> Any:
        """Tuples of what a list of people shows: reference, what they are called, how our time stands, last talked on or None."""
        return self.values_list("person__ref", "person__called", "standing", last_talked_on("pk"))

    def in_listing_order(self) -> Self:
        """Those we are with first, then those whose time with us ended; by name."""
        ended_last = models.Case(models.When(standing=Journey.Standing.ENDED, then=1), default=0)
        return self.order_by(ended_last, "person__called", "pk")


class Journey(Authored):
    """Our time with someone."""

    class Standing(models.TextChoices):
        ALONGSIDE = "alongside", _("alongside")
        LIGHT = "light", _("light touch")
        ENDED = "ended", _("ended, welcome back")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="journeys")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="journeys")
    met_words = models.TextField(_("what was said first"), blank=True)
    met_where = models.CharField(_("where we met"), max_length=200, blank=True)
    met_from_elsewhere = models.BooleanField(default=False)
    since = PartialDateField(_("alongside since"), null=True, blank=True)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.ALONGSIDE)
    standing_since_on = models.DateField(default=date.today)
    ended_on = models.DateField(null=True, blank=True)
    ended_words = models.TextField(_("how it ended"), blank=True)
    returned_from = models.OneToOneField("self", on_delete=models.CASCADE, null=True, blank=True, related_name="returned_as")
    joined_into = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="joined")

    objects = JourneyQuerySet.as_manager()
    person_path = "person"
    why = {
        "met_words": decision("So that what they asked for, in their words, stands beside what lies behind it."),
        "met_where": learning("So that it is known at which doors people are heard."),
        "met_from_elsewhere": decision("So that words from another system are not taken for words written with them."),
        "since": decision("So that everyone knows how long we have known each other."),
        "standing": decision("So that it is clear whether we are alongside, a light touch, or ended and welcome back."),
        "standing_since_on": decision("So that it is clear since when."),
        "ended_on": decision("So that coming back needs no starting again."),
        "ended_words": learning("So that it is known what had changed when it ended."),
        "joined_into": decision("So that two records of one person make one time with them."),
        "returned_from": decision("So that the old story is still there when they come back."),
    }

    class Meta:
        indexes = [models.Index(fields=["team", "person"], name="journeys_held_by_team")]  # the gate reads nothing else of a team's
        constraints = [
            known_to_year_month_or_day("since", "journeys_since_known_to"),
            models.UniqueConstraint(
                fields=["person", "team"],
                condition=~Q(standing="ended") & Q(joined_into=None),
                name="journeys_one_time_with_someone_per_team",
            ),
            models.CheckConstraint(
                condition=Q(standing="ended", ended_on__isnull=False) | (~Q(standing="ended") & Q(ended_on=None)),
                name="journeys_ended_has_its_day",
            ),
            models.CheckConstraint(condition=~Q(returned_from=F("id")), name="journeys_returns_from_another"),
            models.CheckConstraint(condition=~Q(joined_into=F("id")), name="journeys_joined_into_another"),
        ]

    def __str__(self) -> str:
        return "our time together"
