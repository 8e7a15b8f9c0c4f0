"""What works with no signal: pages that a browser keeps, which hold nothing of anybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from alongside.doors.worker.forms.conversation import ConversationForm
from alongside.doors.worker.recent import Recent
from alongside.rooms.people.models import Person


@require_GET
def service_worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps these pages and the numbers to ring; from the root, whose pages it may serve."""
    return render(request, "worker/service_worker.js", content_type="text/javascript")


@require_GET
def write_up_no_signal(request: HttpRequest) -> HttpResponse:
    """The form of a write-up with nobody's name in it. What is written goes to the page in whose place it opened."""
    form = ConversationForm(person=Person(called=_("Them")), lately=Recent([], []))
    return render(request, "worker/write_up_no_signal.html", {"form": form})


@require_GET
def no_signal(request: HttpRequest) -> HttpResponse:
    """In place of a page that could not be reached, or of a save that did not arrive."""
    return render(request, "worker/no_signal.html")
