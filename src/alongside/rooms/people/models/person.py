from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.core.reference import new_reference
from alongside.core.why import decision, safety
from alongside.rooms.accounts.models import Authored
from alongside.rooms.people.fields import PartialDateField, known_to_year_month_or_day
from alongside.rooms.people.gate import PersonQuerySet
from alongside.rooms.people.models.arrival import Arrival


class Person(Authored):
    """Someone a team walks with. Nothing is compulsory but what they are called."""

    ref = models.CharField(max_length=12, unique=True, default=new_reference, editable=False)
    called = models.CharField(_("what they are called"), max_length=80)
    full_name = models.CharField(_("full name"), max_length=200, blank=True)
    born = PartialDateField(_("born"), null=True, blank=True)
    reach = models.TextField(_("how to reach them"), blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    email = models.CharField(_("e-mail"), max_length=254, blank=True)
    language = models.CharField(_("language"), max_length=80, blank=True)
    interpreter = models.BooleanField(_("an interpreter helps"), default=False)
    access_needs = models.TextField(_("access needs"), blank=True)
    safety_note = models.TextField(_("what to know to keep everyone safe"), blank=True)
    somewhere_safe = models.BooleanField(_("somewhere safe: no address is kept"), default=False)
    address = models.CharField(_("address"), max_length=500, blank=True)
    postcode = models.CharField(_("postcode"), max_length=20, blank=True)
    uprn = models.CharField(_("UPRN"), max_length=12, blank=True)
    arrival = models.ForeignKey(Arrival, on_delete=models.PROTECT, null=True, blank=True, related_name="people")

    sealed_on = models.DateField(null=True, blank=True)
    sealed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = PersonQuerySet.as_manager()
    person_path = "pk"
    why = {
        "called": decision("So that they are called by the name they want."),
        "full_name": decision("So that letters and calls made together with them are about the right person."),
        "born": decision("So that they are not taken for someone of the same name, and for what depends on age."),
        "reach": safety("So that they are reached as they want, when it is safe, or not at all."),
        "phone": decision("So that they can be rung."),
        "email": decision("So that they can be written to, where they want that."),
        "language": decision("So that they are spoken with in their own language."),
        "interpreter": decision("So that someone who interprets is there."),
        "access_needs": decision("So that meeting is possible for them."),
        "safety_note": safety("So that nobody is harmed by a visit, a call or a letter."),
        "somewhere_safe": safety("So that no address is kept which could lead someone to them."),
        "address": decision("So that they can be visited, where they want that."),
        "postcode": decision("So that help nearby can be found."),
        "uprn": decision("So that it is the right dwelling where an address is unclear."),
        "sealed_on": safety("So that nobody outside is led to them by a search."),
        "sealed_by": safety("So that it is known who sealed their record."),
        "arrival": decision("So that words brought in from another system can be told from words written with them."),
    }

    class Meta:
        indexes = [
            models.Index(fields=["called"], name="people_called"),
            models.Index(fields=["sealed_on"], name="people_sealed", condition=Q(sealed_on__isnull=False)),  # the gate takes them away
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(called=""), name="people_called_something"),
            models.CheckConstraint(
                condition=Q(somewhere_safe=False) | Q(address="", postcode="", uprn=""), name="people_no_secret_address"
            ),
            models.CheckConstraint(
                condition=Q(sealed_on=None, sealed_by=None) | Q(sealed_on__isnull=False, sealed_by__isnull=False),
                name="people_sealed_has_who_and_when",
            ),
            known_to_year_month_or_day("born", "people_born_known_to"),
        ]

    def __str__(self) -> str:
        return self.called
