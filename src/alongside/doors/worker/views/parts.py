"""Pages that list one kind of thing and add to it: what matters, ties, life events, check-ins."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.carrying_out import carried_out
from alongside.doors.worker.forms.parts import CheckInForm, MatterForm, TieChangeForm, TieForm
from alongside.doors.worker.opening import opens_person
from alongside.doors.worker.page import current_journey
from alongside.rooms.journeys.acts import change_matter, put_first, read_back, record_check_in, record_matter
from alongside.rooms.journeys.models import CheckIn, Matter
from alongside.rooms.people.acts import add_tie, change_tie, take_out_tie
from alongside.rooms.people.models import Person, Tie


@require_http_methods(["GET", "POST"])
@opens_person
def matters(request: SignedIn, person: Person) -> HttpResponse:
    form = MatterForm(request.POST or None, initial={"whose": Matter.Whose.THEIRS})
    known = {"journey": current_journey(person, request.viewer), "said_on": request.viewer.on}
    if request.method == "POST" and carried_out(form, record_matter, by=request.user, **known):
        return redirect("worker:matters", person.ref)
    listed = Matter.objects.of(person).select_related("by", "read_back_by")
    return render(request, "worker/matters.html", {"person": person, "form": form, "matters": listed}, status=422 if form.errors else 200)


@require_POST
@opens_person
def matter(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """One tap on one matter: read back, put first, kept off or not, no longer or again."""
    one = get_object_or_404(Matter.objects.visible_to(request.viewer).of(person), pk=pk)
    by, on = request.user, request.viewer.on
    taps = {
        "read_back": lambda: read_back(matter=one, on=on, by=by),
        "put_first": lambda: put_first(matter=one, by=by),
        "keep_off": lambda: change_matter(matter=one, kept_off=True, by=by, on=on),
        "show": lambda: change_matter(matter=one, kept_off=False, by=by, on=on),
        "no_longer": lambda: change_matter(matter=one, still=False, by=by, on=on),
        "again": lambda: change_matter(matter=one, still=True, by=by, on=on),
    }
    if tap := taps.get(request.POST.get("do", "")):
        tap()
    return redirect("worker:matters", person.ref)


@require_http_methods(["GET", "POST"])
@opens_person
def ties(request: SignedIn, person: Person) -> HttpResponse:
    form = TieForm(request.POST or None)
    if request.method == "POST" and carried_out(form, add_tie, person=person, by=request.user):
        return redirect("worker:ties", person.ref)
    listed = list(Tie.objects.of(person))
    return render(request, "worker/ties.html", {"person": person, "form": form, "ties": listed}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@opens_person
def tie(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    one = get_object_or_404(Tie.objects.visible_to(request.viewer).of(person), pk=pk)
    if request.method == "POST" and request.POST.get("do") == "take_out":
        take_out_tie(tie=one, by=request.user)
        return redirect("worker:ties", person.ref)
    form = TieChangeForm(request.POST or None, row=one)
    if request.method == "POST" and carried_out(form, change_tie, tie=one, by=request.user):
        return redirect("worker:ties", person.ref)
    own = Person.objects.visible_to(request.viewer).filter(pk=one.other_id).first() if one.other_id else None
    return render(request, "worker/tie.html", {"person": person, "form": form, "tie": one, "own": own}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@opens_person
def check_ins(request: SignedIn, person: Person) -> HttpResponse:
    form = CheckInForm(request.POST or None)
    known = {"journey": current_journey(person, request.viewer), "on": request.viewer.on}
    if request.method == "POST" and carried_out(form, record_check_in, by=request.user, **known):
        return redirect("worker:check_ins", person.ref)
    listed = list(CheckIn.objects.of(person).select_related("by"))
    return render(
        request, "worker/check_ins.html", {"person": person, "form": form, "check_ins": listed}, status=422 if form.errors else 200
    )
