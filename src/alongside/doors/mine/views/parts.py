"""What the person writes and ticks themself: what matters, what we agreed, how they are."""

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from alongside.doors.mine.forms import ActionForm, CheckInForm, MatterForm
from alongside.doors.mine.sitting import Sitting, for_guest, show
from alongside.rooms.journeys.errors import JourneyError
from alongside.rooms.journeys.models import Action, CheckIn, Matter
from alongside.rooms.sharing.acts import add_own_action, lead_it, let_go_of, say_how_it_is, say_what_matters, tick
from alongside.rooms.sharing.at_the_door import at_the_door
from alongside.rooms.sharing.errors import SharingError


def said(page: str, what: str) -> HttpResponse:
    return redirect(f"{reverse(f'mine:{page}')}?said={what}")


def carried_out(form: Form, act: Any, **known: Any) -> bool:
    """Whether the form was right and the act did it; else the form says why not."""
    if not form.is_valid():
        return False
    try:
        act(**form.cleaned_data, **known)
    except (JourneyError, SharingError) as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def writing(request: Sitting) -> bool:
    """Whether something is sent, and by the person: someone they trust looks, and writes nothing."""
    return request.method == "POST" and request.guest.is_the_person


@for_guest
def matters(request: Sitting) -> HttpResponse:
    """New words are new; what they stand instead of is kept as what mattered before."""
    guest, on = request.guest, timezone.localdate()
    rows = at_the_door(guest, Matter).holding()
    before = rows.filter(pk=request.POST.get("instead_of") or request.GET.get("instead_of") or 0).first() if _number(request) else None
    form = MatterForm(
        request.POST if writing(request) and "words" in request.POST else None, initial={"words": before.words if before else ""}
    )
    if writing(request) and "let_go" in request.POST and before:
        let_go_of(matter=before, on=on)
        return said("matters", "kept")
    if writing(request) and carried_out(form, say_what_matters, person=guest.person, on=on, instead_of=before):
        return said("matters", "kept")
    return show(request, "matters", {"matters": rows, "form": form, "before": before}, refused=bool(form.errors))


def _number(request: Sitting) -> bool:
    return (request.POST.get("instead_of") or request.GET.get("instead_of") or "").isdecimal()


@for_guest
def agreed(request: Sitting) -> HttpResponse:
    guest = request.guest
    form = ActionForm(request.POST if writing(request) and "do" not in request.POST else None)
    if writing(request) and "do" in request.POST:
        return _tapped(request)
    if writing(request) and carried_out(form, add_own_action, person=guest.person):
        return said("agreed", "kept")
    rows = list(at_the_door(guest, Action).for_listing())
    closed = {Action.Standing.DONE, Action.Standing.LET_GO}
    context = {
        "agreed": [one for one in rows if one.standing not in closed],
        "done": [one for one in rows if one.standing == Action.Standing.DONE],
        "matters_shown": {one.pk for one in at_the_door(guest, Matter)},
        "form": form,
    }
    return show(request, "agreed", context, refused=bool(form.errors))


def _tapped(request: Sitting) -> HttpResponse:
    """One tap on one of them: done, or theirs to lead."""
    pk = request.POST.get("pk", "")
    action = at_the_door(request.guest, Action).filter(pk=pk if pk.isdecimal() else 0).first()
    act, what = {"tick": (tick, "done"), "lead": (lead_it, "lead")}.get(request.POST["do"], (None, ""))
    if action is None or act is None:
        return said("agreed", "already")
    try:
        act(action=action, on=timezone.localdate())
    except JourneyError:
        what = "already"
    return said("agreed", what)


@for_guest
def doing(request: Sitting) -> HttpResponse:
    guest, on = request.guest, timezone.localdate()
    form = CheckInForm(request.POST if writing(request) else None)
    if writing(request) and carried_out(form, say_how_it_is, person=guest.person, on=on):
        return said("doing", "kept")
    rows = at_the_door(guest, CheckIn).select_related("by").order_by("-on", "-pk")
    return show(request, "doing", {"form": form, "rows": rows}, refused=bool(form.errors))
