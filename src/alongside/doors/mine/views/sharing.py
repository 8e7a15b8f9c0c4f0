from django.db.models import Prefetch
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.doors.mine.forms import ObjectForm
from alongside.doors.mine.sitting import Sitting, for_the_person, show
from alongside.doors.mine.views.parts import carried_out, said
from alongside.doors.mine.written import named_differently
from alongside.rooms.sharing.acts import object_to, withdraw
from alongside.rooms.sharing.at_the_door import at_the_door
from alongside.rooms.sharing.models import AgreedPart, Agreement, Objection, Telling
from alongside.rooms.sharing.seen import last_opened_by

WHY = {
    Telling.Ground.CHILD: _("a child may not be safe"),
    Telling.Ground.ADULT: _("someone may not be safe, and cannot keep themself safe"),
    Telling.Ground.DANGER: _("someone is in danger"),
    Telling.Ground.REFER: _("the law says that we must"),
    Telling.Ground.COURT: _("a court asked for it"),
    Telling.Ground.TASK: _("it is part of our work"),
}


@for_the_person
def share(request: Sitting) -> HttpResponse:
    """What they share and with whom; what we had to tell; taking back, and saying no."""
    guest = request.guest
    seen = last_opened_by(guest.person)
    beside = named_differently(guest)
    current = set(Agreement.objects.current(timezone.localdate()).filter(person=guest.person).values_list("pk", flat=True))
    parts = Prefetch("parts", queryset=at_the_door(guest, AgreedPart))
    objections = Prefetch("objections", queryset=at_the_door(guest, Objection))
    agreements = at_the_door(guest, Agreement).for_listing().prefetch_related(None).prefetch_related(parts)
    tellings = at_the_door(guest, Telling).order_by("-on", "-pk").prefetch_related(objections)
    context = {
        "agreements": [(one, one.pk in current, seen.get(one.account_id or 0)) for one in agreements],
        "tellings": [(one, WHY[Telling.Ground(one.ground)], beside.get((Telling._meta.label_lower, one.pk), [])) for one in tellings],
        "form": ObjectForm(),
    }
    return show(request, "share", context)


@for_the_person
def take_back(request: Sitting, pk: int) -> HttpResponse:
    """One tap. It counts from the next request on."""
    agreement = at_the_door(request.guest, Agreement).filter(pk=pk).first()
    if request.method != "POST" or agreement is None:
        return said("share", "already")
    withdraw(agreement=agreement, by=None)
    return said("share", "back")


@for_the_person
def objected(request: Sitting, pk: int) -> HttpResponse:
    """They do not want something to be shared that no duty asks for. Somebody must answer."""
    telling = at_the_door(request.guest, Telling).filter(pk=pk).first()
    form = ObjectForm(request.POST if request.method == "POST" else None)
    if telling is None or request.method != "POST":
        return said("share", "already")
    if carried_out(form, object_to, telling=telling, by=None):
        return said("share", "asked")
    return show(request, "objected", {"telling": telling, "form": form}, refused=True)
