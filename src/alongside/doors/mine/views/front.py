from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from alongside.doors.mine.forms import RingForm
from alongside.doors.mine.ringing import lead_of
from alongside.doors.mine.sitting import Sitting, for_guest, for_the_person, show
from alongside.rooms.journeys.models import Action, CheckIn, Matter
from alongside.rooms.people.models import Tie
from alongside.rooms.sharing.acts import ask_to_ring
from alongside.rooms.sharing.at_the_door import at_the_door
from alongside.rooms.sharing.models import RingMe


@for_guest
def front(request: Sitting) -> HttpResponse:
    """Whom to ring; then what matters, who is around them, what we agreed, how they are. It prints on one sheet."""
    guest = request.guest
    context = {
        "lead": lead_of(guest, timezone.localdate()),
        "waiting": at_the_door(guest, RingMe).waiting().first(),
        "ring_form": RingForm(),
        "matters": at_the_door(guest, Matter).holding(),
        "around": at_the_door(guest, Tie),
        "agreed": at_the_door(guest, Action).open().for_listing(),
        "matters_shown": {one.pk for one in at_the_door(guest, Matter)},
        "doing": at_the_door(guest, CheckIn).order_by("-on", "-pk").first(),
        "parts": guest.parts,
    }
    return show(request, "front", context)


@for_the_person
def ring(request: Sitting) -> HttpResponse:
    """Ask whoever leads to ring: it waits on their own day."""
    form = RingForm(request.POST)
    if request.method != "POST" or not form.is_valid():
        return redirect("mine:front")
    ask_to_ring(person=request.guest.person, words=form.cleaned_data["words"])
    return redirect("/mine/?said=ring")
