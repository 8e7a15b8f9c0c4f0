from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.carrying_out import carried_out
from alongside.doors.worker.forms.person import NewPersonForm
from alongside.doors.worker.opening import for_workers
from alongside.doors.worker.paging import list_page
from alongside.doors.worker.rows import person_rows
from alongside.rooms.accounts.models import Account
from alongside.rooms.journeys.acts import begin_journey
from alongside.rooms.journeys.models import Journey
from alongside.rooms.people.acts import add_person
from alongside.rooms.people.models import Person
from alongside.rooms.teams.models import Team

A_PAGE = 50


@require_GET
@for_workers
def people(request: SignedIn) -> HttpResponse:
    """The people my team walks with, by what they are called. Those whose time with us ended stand after the others."""
    sought = request.GET.get("called", "").replace("\0", "").strip()  # PostgreSQL takes no null byte
    journeys = Journey.objects.visible_to(request.viewer).filter(returned_as=None)
    if sought:
        journeys = journeys.filter(person__called__icontains=sought) | journeys.filter(person__full_name__icontains=sought)
    page = list_page(journeys.in_listing_order().for_listing(), request.GET.get("page"), A_PAGE)
    rows = person_rows(page.rows)
    return render(request, "worker/people.html", {"page": page, "rows": rows, "sought": sought})


@require_http_methods(["GET", "POST"])
@for_workers
def person_new(request: SignedIn) -> HttpResponse:
    """A new person, with nothing but what they are called. A stranger to every team cannot add anyone."""
    team = Team.objects.visible_to(request.viewer).order_by("pk").first()
    form = NewPersonForm(request.POST or None)
    if team and carried_out(form, meet_person, by=request.user, team=team, request=request):
        met: Person | None = getattr(request, "met", None)
        return redirect("worker:person", met.ref) if met else redirect("worker:people")  # the same form, sent again
    return render(request, "worker/person_new.html", {"form": form, "team": team}, status=422 if form.errors else 200)


@transaction.atomic
def meet_person(*, called: str, met_words: str, met_where: str, team: Team, request: SignedIn, by: Account) -> Person:
    person = add_person(called=called, by=by)
    begin_journey(person=person, team=team, lead=by, on=request.viewer.on, by=by, met_words=met_words, met_where=met_where)
    request.met = person  # type: ignore[attr-defined]
    return person
