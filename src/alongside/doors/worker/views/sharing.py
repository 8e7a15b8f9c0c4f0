"""What we share, with whom and why; whom we had to tell; and whether the person was told what we keep."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.carrying_out import carried_out
from alongside.doors.worker.forms.sharing import AgreementForm, AnswerForm, CameBackForm, KeepingToldForm, ObjectionForm, TellingForm
from alongside.doors.worker.opening import opens_person
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.acts import (
    agree_to_share,
    answer_objection,
    keep_what_came_back,
    object_to,
    tell,
    told_what_we_keep,
    withdraw,
)
from alongside.rooms.sharing.models import Agreement, Basis, KeepingTold, Named, Objection, Telling
from alongside.rooms.sharing.seen import last_opened_by


def _page(request: SignedIn, person: Person, **refused: forms.Form) -> HttpResponse:
    opened = last_opened_by(person)
    agreements, tellings = list(Agreement.objects.of(person).for_listing()), list(Telling.objects.of(person).for_listing())
    context: dict[str, Any] = {
        "person": person,
        "today": request.viewer.on,
        "agreements": [(one, opened.get(one.account_id or 0)) for one in agreements],
        "tellings": [(one, opened.get(one.account_id or 0)) for one in tellings],
        "told": KeepingTold.objects.of(person).select_related("by"),
        "bases": Basis.objects.filter(to_on=None, place__teams__journeys__person=person).distinct(),
        "named": Named.objects.of(person).filter(ended_at=None).select_related("account__organisation"),
        "keeping_told": KeepingToldForm(),
        **refused,
    }
    return render(request, "worker/sharing.html", context, status=422 if refused else 200)


@require_GET
@opens_person
def sharing(request: SignedIn, person: Person) -> HttpResponse:
    """All of it on one page, in plain words."""
    return _page(request, person)


@require_http_methods(["GET", "POST"])
@opens_person
def agreement_new(request: SignedIn, person: Person) -> HttpResponse:
    form = AgreementForm(request.POST or None)
    if request.method == "POST" and carried_out(form, agree_to_share, person=person, on=request.viewer.on, by=request.user):
        return redirect("worker:sharing", person.ref)
    return render(request, "worker/agreement_new.html", {"person": person, "form": form}, status=422 if form.errors else 200)


@require_POST
@opens_person
def agreement_withdraw(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """One tap: it opens nothing on the next request."""
    withdraw(agreement=get_object_or_404(Agreement.objects.visible_to(request.viewer).of(person), pk=pk), by=request.user)
    return redirect("worker:sharing", person.ref)


@require_http_methods(["GET", "POST"])
@opens_person
def telling_new(request: SignedIn, person: Person) -> HttpResponse:
    """We had to tell someone, or decided not to."""
    form = TellingForm(request.POST or None)
    if form.is_bound and form.is_valid():
        form.cleaned_data["on"] = form.cleaned_data.get("on") or request.viewer.on
    if request.method == "POST" and carried_out(form, tell, person=person, by=request.user):
        return redirect("worker:sharing", person.ref)
    return render(request, "worker/telling_new.html", {"person": person, "form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@opens_person
def telling(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """One time we told someone: what came back, and what the person objects to."""
    one = get_object_or_404(Telling.objects.visible_to(request.viewer).of(person).for_listing(), pk=pk)
    came_back = CameBackForm(request.POST if request.POST.get("do") == "came_back" else None)
    objection = ObjectionForm(request.POST if request.POST.get("do") == "object" else None)
    if (came_back.is_bound and carried_out(came_back, keep_what_came_back, telling=one, on=request.viewer.on, by=request.user)) or (
        objection.is_bound and carried_out(objection, object_to, telling=one, by=request.user)
    ):
        return redirect("worker:telling", person.ref, pk)
    context = {"person": person, "telling": one, "came_back": came_back, "objection": objection, "answer": AnswerForm()}
    return render(request, "worker/telling.html", context, status=422 if came_back.errors or objection.errors else 200)


@require_POST
@opens_person
def objection_answer(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    one = get_object_or_404(Objection.objects.visible_to(request.viewer).of(person).select_related("telling"), pk=pk)
    form = AnswerForm(request.POST)
    if carried_out(form, answer_objection, objection=one, by=request.user):
        return redirect("worker:telling", person.ref, one.telling_id)
    context = {"person": person, "telling": one.telling, "came_back": CameBackForm(), "objection": ObjectionForm(), "answer": form}
    return render(request, "worker/telling.html", context, status=422)


@require_POST
@opens_person
def keeping_told(request: SignedIn, person: Person) -> HttpResponse:
    """What we keep and why was shown or left; or not yet, and why."""
    form = KeepingToldForm(request.POST)
    if carried_out(form, told_what_we_keep, person=person, on=request.viewer.on, by=request.user):
        return redirect("worker:sharing", person.ref)
    return _page(request, person, keeping_told=form)
