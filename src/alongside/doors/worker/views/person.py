from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.carrying_out import carried_out
from alongside.doors.worker.forms.person import AboutForm
from alongside.doors.worker.opening import opens_person
from alongside.doors.worker.page import person_page
from alongside.doors.worker.paging import list_page
from alongside.doors.worker.rows import talk_rows
from alongside.rooms.journeys.models import Action, CheckIn, Conversation, Matter
from alongside.rooms.journeys.models.matter import front_of
from alongside.rooms.people.acts import change_person
from alongside.rooms.people.holdings import all_holdings
from alongside.rooms.people.models import Person, Tie

WHOLE_STORY_PAGE = 500


@require_GET
@opens_person
def person(request: SignedIn, person: Person) -> HttpResponse:
    """Everything in one place."""
    return render(request, "worker/person.html", person_page(person, request.viewer))


@require_GET
@opens_person
def story(request: SignedIn, person: Person) -> HttpResponse:
    """The whole story, up to 500 conversations a page."""
    page = list_page(Conversation.objects.of(person).for_story(), request.GET.get("page"), WHOLE_STORY_PAGE)
    return render(request, "worker/story.html", {"person": person, "page": page, "talks": talk_rows(page.rows, person.ref)})


@require_GET
@opens_person
def turned_round(request: SignedIn, person: Person) -> HttpResponse:
    """Only what is safe to look at together with whoever is in the room."""
    context = {
        "person": person,
        "matters": front_of(Matter.objects.of(person).holding()),
        "ties": Tie.objects.of(person).filter(kept_off=False),
        "actions": Action.objects.of(person).open().filter(kept_off=False).for_listing(),
        "check_ins": CheckIn.objects.of(person),
    }
    return render(request, "worker/turned_round.html", context)


@require_http_methods(["GET", "POST"])
@opens_person
def about(request: SignedIn, person: Person) -> HttpResponse:
    """How to reach them, language, access needs, somewhere safe."""
    form = AboutForm(request.POST or None, row=person)
    if request.method == "POST" and carried_out(form, change_person, person=person, by=request.user):
        return redirect("worker:person", person.ref)
    return render(request, "worker/about.html", {"person": person, "form": form}, status=422 if form.errors else 200)


@require_GET
@opens_person
def kept(request: SignedIn, person: Person) -> HttpResponse:
    """What we keep on this person and why, from the registry of holdings."""
    held = [(holding, holding.rows(person).count()) for holding in all_holdings()]
    return render(request, "worker/kept.html", {"person": person, "held": held})
