"""Opening a person: through the gate, into the journal, and the same nothing for everyone who may not."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.db import OperationalError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from alongside.doors.signin.access import for_role
from alongside.doors.signin.request import SignedIn
from alongside.foundation.errors import not_there
from alongside.rooms.accounts.models import Role
from alongside.rooms.journal.acts import note_read, spool_read
from alongside.rooms.journal.models import Entry
from alongside.rooms.people.models import Person

NOT_THERE = "people.person_not_there"
WINDOW = timedelta(minutes=10)
TRIES = 30  # links that lead nowhere, in ten minutes

for_workers = for_role(Role.WORKER)


def opens_person(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view the person behind `ref`, if the gate shows them to the viewer; tell the journal of every opening.

    Another team's person and one who does not exist take one path: the same query, the same entry, the same answer.
    """

    @for_workers
    @wraps(view)
    def inner(request: SignedIn, ref: str, *args: Any, **kwargs: Any) -> HttpResponse:
        person = Person.objects.visible_to(request.viewer).with_ground(request.viewer).filter(ref=ref).first()
        if person is None:
            return _nobody(request, ref)
        if request.method == "GET":
            try:
                _note(request, person, page=view.__name__)
            except OperationalError:
                return render(request, "errors/not_noted.html", status=503)
        return view(request, person, *args, **kwargs)

    return inner


def _note(request: SignedIn, person: Person, *, page: str) -> None:
    entry = {"act": f"people.{page}_opened", "by": request.user, "subject": person, "ground": person.ground}  # type: ignore[attr-defined]
    if request.GET.get("opened") == "unnoted":
        spool_read(**entry)
    else:
        note_read(**entry)


def _nobody(request: SignedIn, ref: str) -> HttpResponse:
    recent = Entry.objects.filter(by=request.user, act=NOT_THERE, at__gte=timezone.now() - WINDOW)
    if recent.count() >= TRIES:
        page = render(request, "errors/too_many.html", status=429)
        page["Retry-After"] = str(int(WINDOW.total_seconds()))
        return page
    note_read(act=NOT_THERE, by=request.user, subject=f"people.person:{ref}", ground="")
    return not_there(request)
