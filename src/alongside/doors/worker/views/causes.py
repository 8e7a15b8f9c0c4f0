from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.carrying_out import carried_out
from alongside.doors.worker.forms.parts import CauseChangeForm, CauseForm, JoinForm
from alongside.doors.worker.opening import opens_person
from alongside.doors.worker.page import current_journey
from alongside.rooms.journeys.acts import add_cause, change_cause, join_causes, part_causes, take_out_cause
from alongside.rooms.journeys.models import Cause, LeadsTo
from alongside.rooms.people.models import Person


def _page(request: SignedIn, person: Person, form: CauseForm, join: JoinForm) -> HttpResponse:
    context = {
        "person": person,
        "form": form,
        "join": join,
        "causes": form.causes,
        "leads": list(LeadsTo.objects.of(person).select_related("cause", "effect")),
    }
    return render(request, "worker/causes.html", context, status=422 if form.errors or join.errors else 200)


@require_http_methods(["GET", "POST"])
@opens_person
def causes(request: SignedIn, person: Person) -> HttpResponse:
    """What lies behind it, as a map and as a list."""
    listed = list(Cause.objects.of(person))
    form = CauseForm(request.POST or None, causes=listed)
    if request.method == "POST" and carried_out(form, add_cause, journey=current_journey(person, request.viewer), by=request.user):
        return redirect("worker:causes", person.ref)
    return _page(request, person, form, JoinForm(causes=listed))


@require_http_methods(["POST"])
@opens_person
def causes_join(request: SignedIn, person: Person) -> HttpResponse:
    """One leads to the other."""
    listed = list(Cause.objects.of(person))
    join = JoinForm(request.POST, causes=listed)
    if carried_out(join, join_causes, by=request.user):
        return redirect("worker:causes", person.ref)
    return _page(request, person, CauseForm(causes=listed), join)


@require_POST
@opens_person
def causes_part(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    part_causes(leads=get_object_or_404(LeadsTo.objects.visible_to(request.viewer).of(person), pk=pk), by=request.user)
    return redirect("worker:causes", person.ref)


@require_http_methods(["GET", "POST"])
@opens_person
def cause(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    one = get_object_or_404(Cause.objects.visible_to(request.viewer).of(person), pk=pk)
    if request.method == "POST" and request.POST.get("do") == "take_out":
        take_out_cause(cause=one, by=request.user)
        return redirect("worker:causes", person.ref)
    form = CauseChangeForm(request.POST or None, row=one)
    if request.method == "POST" and carried_out(form, change_cause, cause=one, by=request.user, on=request.viewer.on):
        return redirect("worker:causes", person.ref)
    return render(request, "worker/cause.html", {"person": person, "form": form, "cause": one}, status=422 if form.errors else 200)
