from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.core.likeness.sought import read
from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.carrying_out import carried_out, was_carried_out
from alongside.doors.worker.forms.person import NewPersonForm, RingMeForm
from alongside.doors.worker.opening import for_workers
from alongside.doors.worker.paging import list_page
from alongside.doors.worker.reasons import hit_rows
from alongside.doors.worker.rows import person_rows
from alongside.doors.worker.searching import sealed, searches, sought_in
from alongside.rooms.accounts.models import Account
from alongside.rooms.finding.acts import ask_to_be_rung
from alongside.rooms.finding.people import find_people
from alongside.rooms.journeys.acts import begin_journey
from alongside.rooms.journeys.models import Journey
from alongside.rooms.people.acts import add_person
from alongside.rooms.people.models import Person
from alongside.rooms.teams.models import Team

A_PAGE = 50
A_FEW = 6  # people of whom we ask whether it is one of them


@require_http_methods(["GET", "POST"])
@for_workers
@searches("called")
def people(request: SignedIn) -> HttpResponse:
    """The people my team walks with, by what they are called, those whose time with us ended last; or those who may be meant."""
    if sought := sought_in(request, "called"):
        found = list_page(find_people(sought=read(sought), viewer=request.viewer), request.GET.get("page"), A_PAGE)
        return render(
            request,
            "worker/people_found.html",
            {"page": found, "hits": hit_rows(found.rows), "sought": sought, "again": sealed(sought, request.user)},
        )
    journeys = Journey.objects.visible_to(request.viewer).to_list()
    page = list_page(journeys.in_listing_order().for_listing(), request.GET.get("page"), A_PAGE)
    return render(request, "worker/people.html", {"page": page, "rows": person_rows(page.rows)})


@require_http_methods(["GET", "POST"])
@for_workers
def person_new(request: SignedIn) -> HttpResponse:
    """A new person, with nothing but what they are called; asked first whether it is one of those we know who are alike."""
    team = Team.objects.visible_to(request.viewer).order_by("pk").first()
    form = NewPersonForm(request.POST or None)
    hits = _perhaps_known(form, request)
    if team and not hits and carried_out(form, meet_person, team=team, by=request.user, request=request):
        return redirect("worker:person", request.met.ref) if hasattr(request, "met") else redirect("worker:people")
    return render(request, "worker/person_new.html", {"form": form, "team": team, "hits": hits}, status=422 if form.errors or hits else 200)


def _perhaps_known(form: NewPersonForm, request: SignedIn) -> list[Any]:
    """Those whom the viewer may see and who may be meant; nobody once the worker has said that it is someone new."""
    if not form.is_valid() or "someone_new" in request.POST or was_carried_out(form, request.user):
        return []
    said = form.cleaned_data
    return hit_rows(find_people(sought=read(said["called"], born=said["born"], phone=said["phone"]), viewer=request.viewer, most=A_FEW))


@transaction.atomic
def meet_person(*, met_words: str, met_where: str, team: Team, by: Account, request: SignedIn, **known: Any) -> Person:
    person = add_person(by=by, **known)
    begin_journey(person=person, team=team, lead=by, on=request.viewer.on, by=by, met_words=met_words, met_where=met_where)
    request.met = person  # type: ignore[attr-defined]
    return person


@require_http_methods(["GET", "POST"])
@for_workers
def ring_me(request: SignedIn) -> HttpResponse:
    """*I am with this person, please ring me*: the same answer whether or not a team knows them."""
    form = RingMeForm(request.POST or None)
    if carried_out(form, _leave, by=request.user):
        messages.success(request, _("Left. If a team knows them, they decide whether to ring you. You hear nothing else either way."))
        return redirect("worker:people")
    return render(request, "worker/ring_me.html", {"form": form}, status=422 if form.errors else 200)


def _leave(*, called: str, born: Any, phone: str, ring_on: str, by: Account) -> None:
    ask_to_be_rung(sought=read(called, born=born, phone=phone), ring_on=ring_on, by=by)
