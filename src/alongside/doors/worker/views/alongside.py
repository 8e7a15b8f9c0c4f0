from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.carrying_out import carried_out
from alongside.doors.worker.forms.alongside import AskInForm, HandOverForm, HowWeMetForm, StandingForm, WelcomeBackForm
from alongside.doors.worker.opening import opens_person
from alongside.doors.worker.page import current_journey
from alongside.rooms.journeys.acts import ask_in, change_how_we_met, change_standing, hand_over_lead, step_away, welcome_back
from alongside.rooms.journeys.models import Involvement, Journey
from alongside.rooms.people.models import Person


def _page(request: SignedIn, person: Person, journey: Journey, **refused: forms.Form) -> HttpResponse:
    context: dict[str, Any] = {
        "person": person,
        "journey": journey,
        "involvements": Involvement.objects.within(journey).current(request.viewer.on).known_to(request.viewer).for_listing(),
        "earlier": Journey.objects.visible_to(request.viewer).of(person).exclude(pk=journey.pk).order_by("-pk"),
        "ask_in": AskInForm(),
        "hand_over": HandOverForm(journey=journey),
        "ending": StandingForm(initial={"standing": Journey.Standing.ENDED}),
        "welcome": WelcomeBackForm(),
        **refused,
    }
    return render(request, "worker/alongside.html", context, status=422 if refused else 200)


@require_GET
@opens_person
def alongside(request: SignedIn, person: Person) -> HttpResponse:
    """Who is alongside, and how our time together stands."""
    return _page(request, person, current_journey(person, request.viewer))


@require_POST
@opens_person
def alongside_ask_in(request: SignedIn, person: Person) -> HttpResponse:
    journey, form = current_journey(person, request.viewer), AskInForm(request.POST)
    if carried_out(form, ask_in, journey=journey, on=request.viewer.on, by=request.user):
        return redirect("worker:alongside", person.ref)
    return _page(request, person, journey, ask_in=form)


@require_POST
@opens_person
def alongside_hand_over(request: SignedIn, person: Person) -> HttpResponse:
    journey = current_journey(person, request.viewer)
    form = HandOverForm(request.POST, journey=journey)
    if carried_out(form, hand_over_lead, journey=journey, on=request.viewer.on, by=request.user):
        return redirect("worker:alongside", person.ref)
    return _page(request, person, journey, hand_over=form)


@require_POST
@opens_person
def alongside_leave(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """Someone steps away; the lead hands over first."""
    one = get_object_or_404(Involvement.objects.visible_to(request.viewer).of(person).known_to(request.viewer), pk=pk)
    if not carried_out(form := forms.Form(request.POST), step_away, involvement=one, on=request.viewer.on, by=request.user):
        return _page(request, person, one.journey, leaving=form)
    return redirect(
        "worker:people" if one.account_id == request.user.pk else "worker:alongside",
        *([] if one.account_id == request.user.pk else [person.ref]),
    )


@require_POST
@opens_person
def alongside_standing(request: SignedIn, person: Person) -> HttpResponse:
    """Alongside, a light touch, or ended."""
    journey, form = current_journey(person, request.viewer), StandingForm(request.POST)
    if carried_out(form, change_standing, journey=journey, on=request.viewer.on, by=request.user):
        return redirect("worker:alongside", person.ref)
    return _page(request, person, journey, ending=form)


@require_POST
@opens_person
def alongside_welcome_back(request: SignedIn, person: Person) -> HttpResponse:
    journey, form = current_journey(person, request.viewer), WelcomeBackForm(request.POST)
    if carried_out(form, welcome_back, journey=journey, lead=request.user, on=request.viewer.on, by=request.user):
        return redirect("worker:person", person.ref)
    return _page(request, person, journey, welcome=form)


@require_http_methods(["GET", "POST"])
@opens_person
def how_we_met(request: SignedIn, person: Person) -> HttpResponse:
    journey = current_journey(person, request.viewer)
    form = HowWeMetForm(request.POST or None, row=journey)
    if request.method == "POST" and carried_out(form, change_how_we_met, journey=journey, by=request.user):
        return redirect("worker:person", person.ref)
    return render(request, "worker/how_we_met.html", {"person": person, "form": form}, status=422 if form.errors else 200)
