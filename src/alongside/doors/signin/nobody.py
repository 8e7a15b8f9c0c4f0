"""The one answer for whoever the gate shows nobody: the same for another team's person and for nobody at all, and not too often."""

from collections.abc import Callable
from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from alongside.doors.signin.request import SignedIn
from alongside.foundation.errors import not_there
from alongside.rooms.journal.acts import note_read
from alongside.rooms.journal.models import Entry

NOT_THERE = "people.person_not_there"
WINDOW = timedelta(minutes=10)
TRIES = 30  # links that lead nowhere, in WINDOW


def nobody(request: SignedIn, ref: str, instead: Callable[[], HttpResponse | None] = lambda: None) -> HttpResponse:
    """Told to the journal, and after TRIES refused for a while. instead: where an old link leads on to, for whoever may see it."""
    recent = Entry.objects.filter(by=request.user, act=NOT_THERE, at__gte=timezone.now() - WINDOW)
    if recent.count() >= TRIES:
        page = render(request, "errors/too_many.html", status=429)
        page["Retry-After"] = str(int(WINDOW.total_seconds()))
        return page
    note_read(act=NOT_THERE, by=request.user, subject=f"people.person:{ref[:12]}", ground="")
    return instead() or not_there(request)
