"""The way to the person's own page: chosen with them, stopped by ringing, and a code that a worker says."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.carrying_out import carried_out
from alongside.doors.worker.forms.their_page import TheirPageForm
from alongside.doors.worker.opening import opens_person
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.acts import make_link, speak_code, stop_link
from alongside.rooms.sharing.models import PersonLink, Trusted


def _page(request: HttpRequest, person: Person, form: TheirPageForm, **told: Any) -> HttpResponse:
    """told: what is shown this once, and kept nowhere: `address` of a new link, or a `code`."""
    links = PersonLink.objects.of(person).standing().select_related("trusted", "by")
    trusted = Trusted.objects.of(person).filter(ended_at=None).prefetch_related("parts")
    context = {"person": person, "form": form, "links": links, "trusted": trusted, **told}
    return render(request, "worker/their_page.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@opens_person
def their_page(request: SignedIn, person: Person) -> HttpResponse:
    """Choose how they come to it. A new link is shown once; it opens nothing without a code."""
    form, made = TheirPageForm(request.POST or None, person=person), []

    def make(**chosen: Any) -> None:
        made.append(make_link(**{name: value for name, value in chosen.items() if value is not None}))

    if request.method == "POST" and carried_out(form, make, person=person, by=request.user):
        token = made[0][1] if made else ""
        address = request.build_absolute_uri(reverse("mine:arrive", args=[token])) if token else ""
        return _page(request, person, TheirPageForm(person=person), address=address)
    return _page(request, person, form)


@require_POST
@opens_person
def their_page_stop(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """It opens nothing from the next request on, and closes what is open."""
    link = get_object_or_404(PersonLink.objects.visible_to(request.viewer).of(person), pk=pk)
    stop_link(link=link, by=request.user)
    return redirect("worker:their_page", person.ref)


@require_POST
@opens_person
def their_page_code(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """A code to say, on the phone or face to face."""
    link = get_object_or_404(PersonLink.objects.visible_to(request.viewer).of(person).standing().exclude(token_digest=""), pk=pk)
    return _page(request, person, TheirPageForm(person=person), code=speak_code(link=link, by=request.user))
