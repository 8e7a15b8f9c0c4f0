from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.carrying_out import carried_out
from alongside.doors.worker.forms.alongside import OwnPageForm
from alongside.doors.worker.forms.together import DivideForm
from alongside.doors.worker.opening import opens_person
from alongside.doors.worker.page import current_journey
from alongside.rooms.journeys.acts import divide_shared_talk
from alongside.rooms.journeys.models import Journey, SharedTalk
from alongside.rooms.people.models import Person, Tie
from alongside.rooms.writeup.acts import walk_with_too


@require_GET
@opens_person
def together(request: SignedIn, person: Person) -> HttpResponse:
    """My conversations with this person and others whose words are still to be placed: on to the newest."""
    newest = SharedTalk.objects.visible_to(request.viewer).of(person).order_by("-pk").first()
    return redirect("worker:divide", person.ref, newest.pk) if newest else redirect("worker:person", person.ref)


@require_http_methods(["GET", "POST"])
@opens_person
def divide(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """Which words go to whom. Until it is said they are on nobody's record."""
    talk = get_object_or_404(SharedTalk.objects.visible_to(request.viewer).of(person), pk=pk)
    numbers = [talk.journey_id, *talk.others.values_list("journey", flat=True)]
    journeys = list(Journey.objects.visible_to(request.viewer).filter(pk__in=numbers).select_related("person").order_by("pk"))
    form = DivideForm(request.POST or None, words=talk.words, journeys=journeys)
    if request.method == "POST" and carried_out(form, divide_shared_talk, by=request.user, talk=talk):
        messages.success(request, _("Saved. Each has their own words."))
        return redirect("worker:person", person.ref)
    return render(request, "worker/divide.html", {"person": person, "talk": talk, "form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@opens_person
def own_page(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """Someone in their life is walked with as well: a record, a worker and a say of their own."""
    tie = get_object_or_404(Tie.objects.visible_to(request.viewer).of(person), pk=pk)
    journey = current_journey(person, request.viewer)
    form = OwnPageForm(request.POST or None, journey=journey)
    if request.method == "POST" and carried_out(form, walk_with_too, by=request.user, tie=tie, journey=journey, on=request.viewer.on):
        return redirect("worker:tie", person.ref, pk)
    return render(request, "worker/own_page.html", {"person": person, "tie": tie, "form": form}, status=422 if form.errors else 200)
