from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.carrying_out import carried_out
from alongside.doors.worker.forms.conversation import ConversationForm
from alongside.doors.worker.opening import opens_person
from alongside.doors.worker.page import current_journey
from alongside.rooms.people.models import Person
from alongside.rooms.writeup.acts import write_up


@require_http_methods(["GET", "POST"])
@opens_person
def conversation_new(request: SignedIn, person: Person) -> HttpResponse:
    """Write up a conversation: one page, one save."""
    form = ConversationForm(request.POST or None, person=person)
    if request.method == "POST":
        journey = current_journey(person, request.viewer)
        if carried_out(form, write_up, journey=journey, by=request.user):
            messages.success(request, _("Saved. Everything is in its place."))
            return redirect("worker:person", person.ref)
    return render(request, "worker/conversation_new.html", {"person": person, "form": form}, status=422 if form.errors else 200)
