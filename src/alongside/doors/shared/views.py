from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.doors.shared.parts import shown_parts
from alongside.doors.signin.nobody import nobody
from alongside.doors.signin.request import SignedIn
from alongside.rooms.journal.acts import note_read
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.grounds import grounds_of
from alongside.rooms.sharing.seen import SHARED

MOST = 500


@require_GET
@login_required
def shared(request: SignedIn) -> HttpResponse:
    """Whom an agreement or a duty shows me something of."""
    people = Person.objects.shared_with(request.viewer).order_by("called", "pk")[:MOST]
    return render(request, "shared/shared.html", {"people": people})


@require_GET
@login_required
def shared_person(request: SignedIn, ref: str) -> HttpResponse:
    """The parts that are covered. Somebody of whom nothing is shared, and nobody at all, take one path."""
    person = Person.objects.shared_with(request.viewer).filter(ref=ref).first()
    if person is None:
        return nobody(request, ref)
    note_read(act="sharing.shared_page_opened", by=request.user, subject=person, ground=SHARED)
    context = {"person": person, "parts": shown_parts(person, request.viewer), "grounds": grounds_of(person, request.viewer)}
    return render(request, "shared/shared_person.html", context)
