"""Opening a person: through the gate, into the journal, and the same nothing for everyone who may not."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import OperationalError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from alongside.doors.signin.access import for_role
from alongside.doors.signin.nobody import WINDOW, nobody
from alongside.doors.signin.request import SignedIn
from alongside.rooms.accounts.models import Role
from alongside.rooms.journal.acts import note_read, spool_read, subject_of
from alongside.rooms.journal.models import Entry
from alongside.rooms.people.models import Person

REFUSED = 422  # a form that is shown again shows the person's rows around it: that is an opening too

for_workers = for_role(Role.WORKER)


def opens_person(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view the person behind `ref`, if the gate shows them to the viewer; tell the journal of every opening.

    Another team's person and one who does not exist take one path: the same query, the same entry, the same answer.
    """
    return _opening(view)


def opens_with_page(*pages: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """As `opens_person`, for a part that stands on a page, such as a small picture: the entry of that page tells of it too.

    pages: the acts of their openings. Where the viewer opened none of them just now, the part is an opening of its own.
    """
    return lambda view: _opening(view, pages)


def _opening(view: Callable[..., HttpResponse], pages: tuple[str, ...] = ()) -> Callable[..., HttpResponse]:
    @for_workers
    @wraps(view)
    def inner(request: SignedIn, ref: str, *args: Any, **kwargs: Any) -> HttpResponse:
        person = Person.objects.visible_to(request.viewer).with_ground(request.viewer).filter(ref=ref).first()
        if person is None:
            return _nobody(request, ref)
        opened = {"act": f"people.{view.__name__}_opened", "by": request.user, "subject": person, "ground": person.ground}  # type: ignore[attr-defined]
        told = bool(pages) and _told_just_now(request, person, pages)
        if request.method == "GET" and not told and not _noted(opened, or_spooled=request.GET.get("opened") == "unnoted"):
            return render(request, "errors/not_noted.html", status=503)
        answer = view(request, person, *args, **kwargs)
        if request.method != "GET" and answer.status_code == REFUSED:
            _noted(opened, or_spooled=True)
        return answer

    return inner


def read_too(request: SignedIn, person: Person) -> None:
    """A second person whose words stand on the same page: an opening of theirs as well."""
    note_read(act="people.person_beside_opened", by=request.user, subject=person, ground="team")


def _told_just_now(request: SignedIn, person: Person, pages: tuple[str, ...]) -> bool:
    since = timezone.now() - WINDOW
    return Entry.objects.filter(by=request.user, act__in=pages, subject=subject_of(person), at__gte=since).exists()


def _noted(opened: dict[str, Any], *, or_spooled: bool) -> bool:
    """Whether the journal took it. Beside the database it is kept only where the database would not take it, and only when asked."""
    try:
        note_read(**opened)
    except OperationalError:
        if not or_spooled:
            return False
        spool_read(**opened)
    return True


def _nobody(request: SignedIn, ref: str) -> HttpResponse:
    return nobody(request, ref, instead=lambda: _moved_to(request, ref))


def _moved_to(request: SignedIn, ref: str) -> HttpResponse | None:
    """An old link to a record that was put together with another leads on to that one, for whoever may see it."""
    now = Person.objects.visible_to(request.viewer).filter(mergings__apart_at=None, mergings__gone__ref=ref).first()
    return redirect(request.path.replace(ref, now.ref, 1)) if now and request.method == "GET" else None
