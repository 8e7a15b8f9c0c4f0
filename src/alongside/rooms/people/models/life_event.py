from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.core.why import decision, learning
from alongside.rooms.accounts.models import Authored
from alongside.rooms.people.fields import PartialDateField, known_to_year_month_or_day
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.models.person import Person
from alongside.rooms.people.parts import Part


class LifeEvent(Authored):
    """Something that happened in their life, known to the year, the month or the day."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="life_events")
    what = models.CharField(_("what happened"), max_length=300)
    when = PartialDateField(_("when"))
    service = models.CharField(_("which service, if it was a contact with one"), max_length=120, blank=True)
    kept_off = models.BooleanField(_("keep off what is looked at together"), default=False)

    objects = OfPersonQuerySet.as_manager()
    person_path = "person"
    part = Part.BEHIND
    why = {
        "what": decision("So that how they got here is understood, and not asked again."),
        "when": decision("So that what came before what can be seen."),
        "service": learning("So that it can be seen what was asked of whom, how often, and what came of it."),
        "kept_off": decision("So that what the person wants unseen by others in the room stays unseen."),
    }

    class Meta:
        ordering = ["when", "pk"]
        constraints = [known_to_year_month_or_day("when", "people_event_known_to")]

    def __str__(self) -> str:
        return self.what
