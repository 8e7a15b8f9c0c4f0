from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.carrying_out import carried_out
from alongside.doors.worker.forms.parts import LifeEventForm
from alongside.doors.worker.life_line import KINDS, by_year, kinds_in, moments
from alongside.doors.worker.opening import opens_person
from alongside.rooms.people.acts import add_life_event, take_out_life_event
from alongside.rooms.people.models import LifeEvent, Person


@require_http_methods(["GET", "POST"])
@opens_person
def life(request: SignedIn, person: Person) -> HttpResponse:
    """The life line: what happened in their life, and since we met what was said, done and felt."""
    form = LifeEventForm(request.POST or None)
    if request.method == "POST" and carried_out(form, add_life_event, person=person, by=request.user, on=request.viewer.on):
        return redirect("worker:life", person.ref)
    shown, line = [kind for kind in request.GET.getlist("show") if kind in KINDS], moments(person)
    context = {
        "person": person,
        "form": form,
        "kinds": kinds_in(line, shown),
        "shown": shown,
        "years": by_year([moment for moment in line if not shown or moment.kind in shown]),
    }
    return render(request, "worker/life.html", context, status=422 if form.errors else 200)


@require_POST
@opens_person
def life_event_out(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """Take out what was put in by mistake."""
    take_out_life_event(event=get_object_or_404(LifeEvent.objects.visible_to(request.viewer).of(person), pk=pk), by=request.user)
    return redirect("worker:life", person.ref)
