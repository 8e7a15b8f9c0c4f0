"""Is this the same person? Two records side by side, put together, taken apart."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.carrying_out import carried_out
from alongside.doors.worker.forms.same_person import ApartForm, MergeForm
from alongside.doors.worker.opening import opens_person, read_too
from alongside.doors.worker.searching import searches, sought_in
from alongside.rooms.merging.acts import merge_people, must_fit
from alongside.rooms.merging.alike import alike, look_alikes
from alongside.rooms.merging.apart import take_apart
from alongside.rooms.merging.before import what_is_held
from alongside.rooms.merging.errors import MergingError
from alongside.rooms.merging.models import Merging
from alongside.rooms.people.models import Person


@require_http_methods(["GET", "POST"])
@opens_person
@searches("called")
def same_person(request: SignedIn, person: Person) -> HttpResponse:
    """Choose the other record: those that look alike first, or by what they are called."""
    sought = sought_in(request, "called")
    others = Person.objects.visible_to(request.viewer).exclude(pk=person.pk)
    found = others.filter(called__icontains=sought).order_by("called", "pk")[:50] if sought else look_alikes(person, others)
    mergings = Merging.objects.of(person).standing().select_related("by")
    context = {"person": person, "found": [(one, alike(person, one)) for one in found], "sought": sought, "mergings": mergings}
    return render(request, "worker/same_person.html", context)


@require_http_methods(["GET", "POST"])
@opens_person
def put_together(request: SignedIn, person: Person, other: str) -> HttpResponse:
    """The two side by side: what each holds, why they look alike, and what shall stand."""
    gone = get_object_or_404(Person.objects.visible_to(request.viewer), ref=other)
    read_too(request, gone)
    form = MergeForm(request.POST or None, kept=person, gone=gone)
    if request.method == "POST" and carried_out(form, merge_people, by=request.user, kept=person, gone=gone):
        return redirect("worker:person", person.ref)
    sides = [(one, what_is_held(one)) for one in (person, gone)]
    context = {
        "person": person,
        "other": gone,
        "form": form,
        "sides": sides,
        "alike": alike(person, gone),
        "refused": _refused(person, gone),
    }
    return render(request, "worker/put_together.html", context, status=422 if form.errors else 200)


def _refused(kept: Person, gone: Person) -> str:
    """Why these two cannot be put together, or ""."""
    try:
        must_fit(kept, gone)
    except MergingError as refusal:
        return str(refusal)
    return ""


@require_http_methods(["GET", "POST"])
@opens_person
def apart(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """Take two records apart again, and place what came later."""
    merging = get_object_or_404(Merging.objects.visible_to(request.viewer).of(person).standing().select_related("gone", "by"), pk=pk)
    form = ApartForm(request.POST or None, merging=merging)
    if request.method == "POST" and carried_out(form, take_apart, by=request.user, merging=merging):
        return redirect("worker:person", merging.gone.ref)
    return render(request, "worker/apart.html", {"person": person, "merging": merging, "form": form}, status=422 if form.errors else 200)
