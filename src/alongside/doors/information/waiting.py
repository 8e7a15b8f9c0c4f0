"""What waits for the information lead: emergencies and withholdings to look at, requests with their clock, what is due."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.doors.information.carrying_out import carried_out
from alongside.doors.information.forms import FoundForm
from alongside.doors.information.looking import leads
from alongside.doors.signin.request import SignedIn
from alongside.rooms.rights.due import due_for_review
from alongside.rooms.rights.models import AccessRequest, Complaint
from alongside.rooms.sharing.acts import look_at_glass, look_at_withholding
from alongside.rooms.sharing.models import Asked, BreakGlass, Objection, Withholding
from alongside.rooms.teams.models import Place

MOST = 200


@require_GET
@leads
def waiting(request: SignedIn) -> HttpResponse:
    """The oldest first."""
    today, place = request.viewer.on, Place.objects.order_by("pk").first()
    asked = AccessRequest.objects.filter(answered_on=None).select_related("person").prefetch_related("pauses")[:MOST]
    context: dict[str, Any] = {
        "requests": sorted(((one, one.due_on(today), (one.due_on(today) - today).days) for one in asked), key=lambda row: row[1]),
        "glass": BreakGlass.objects.filter(looked_at=None).select_related("person", "by__organisation").order_by("pk")[:MOST],
        "withheld": Withholding.objects.standing().filter(kind="law", looked_at=None).select_related("person", "by")[:MOST],
        "asked": Asked.objects.waiting().select_related("person")[:MOST],
        "objections": Objection.objects.filter(answered_at=None).select_related("telling__person")[:MOST],
        "complaints": Complaint.objects.filter(answered_at=None).select_related("person")[:MOST],
        "due": due_for_review(place=place, on=today, most=MOST) if place else [],
        "now": timezone.now(),
    }
    return render(request, "information/waiting.html", context)


@require_http_methods(["GET", "POST"])
@leads
def emergency_looked_at(request: SignedIn, pk: int) -> HttpResponse:
    """One story that was opened in an emergency."""
    glass = get_object_or_404(BreakGlass.objects.select_related("person", "by__organisation"), pk=pk)
    form = FoundForm(request.POST or None)
    if request.method == "POST" and carried_out(form, look_at_glass, glass=glass, by=request.user):
        return redirect("information:waiting")
    return render(request, "information/emergency.html", {"glass": glass, "form": form}, status=422 if form.errors else 200)


@require_POST
@leads
def withholding_looked_at(request: SignedIn, pk: int) -> HttpResponse:
    """It stands, or it ends."""
    one = get_object_or_404(Withholding.objects.standing().filter(kind="law"), pk=pk)
    look_at_withholding(withholding=one, stands=request.POST.get("do") == "stands", by=request.user)
    return redirect("information:waiting")
