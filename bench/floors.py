"""The floors: the least that a page of each kind can cost in this server, behind the same session and sign-in."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from alongside.doors.signin.request import SignedIn
from alongside.rooms.journeys.models import Conversation
from alongside.rooms.people.models import Person


@require_GET
@login_required
def empty(request: HttpRequest) -> HttpResponse:
    """An empty page: base.html with nothing in its main part."""
    return render(request, "bench/empty.html")


@require_GET
@login_required
def exact(request: SignedIn, called: str) -> HttpResponse:
    """An indexed exact look-up: everyone called precisely that, whoever sees them, and an empty page."""
    list(Person.objects.filter(called=called).values_list("ref", "called")[:50])
    return render(request, "bench/empty.html")


@require_GET
@login_required
def rows(request: HttpRequest, journey: int) -> HttpResponse:
    """A bare template, without base.html: the day and the words of 500 rows of one query."""
    return render(request, "bench/rows.html", {"rows": Conversation.objects.filter(journey=journey)[:500]})


@require_POST
@login_required
def insert(request: HttpRequest, journey: int) -> HttpResponse:
    """One durable insert: a conversation's row through the ORM, in one transaction, and on to another page."""
    with transaction.atomic():
        Conversation.objects.create(journey_id=journey, words=request.POST["words"], held_on=date.today(), by_id=request.user.pk)
    return redirect("/bench/empty/")
