from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.carrying_out import carried_out
from alongside.doors.worker.forms.parts import ActionChangeForm, ActionForm, LeaderForm, MoveForm
from alongside.doors.worker.opening import opens_person
from alongside.doors.worker.page import current_journey
from alongside.rooms.accounts.models import Account
from alongside.rooms.journeys.acts import agree_action, change_action, hand_over_action, move_action
from alongside.rooms.journeys.models import Action
from alongside.rooms.journeys.models.action import LedBy
from alongside.rooms.people.models import Person


def _me_if_team(form: LeaderForm, me: Account) -> Account | None:
    """The team leads and nobody else is named: whoever writes it down leads it."""
    said = form.cleaned_data if form.is_valid() else {}
    return me if said.get("led_by") == LedBy.TEAM and not said.get("leader_name") else None


@require_http_methods(["GET", "POST"])
@opens_person
def actions(request: SignedIn, person: Person) -> HttpResponse:
    """Ideas, what was agreed, and what was done."""
    form = ActionForm(request.POST or None, person=person)
    me = _me_if_team(form, request.user)
    journey = current_journey(person, request.viewer)
    if request.method == "POST" and carried_out(form, agree_action, by=request.user, journey=journey, leader_account=me):
        return redirect("worker:actions", person.ref)
    listed = Action.objects.of(person).for_listing()
    return render(request, "worker/actions.html", {"person": person, "form": form, "actions": listed}, status=422 if form.errors else 200)


def _one(request: SignedIn, person: Person, pk: int) -> Action:
    return get_object_or_404(Action.objects.visible_to(request.viewer).of(person).select_related("leader_account"), pk=pk)


def _page(request: SignedIn, person: Person, action: Action, **forms: object) -> HttpResponse:
    context = {
        "person": person,
        "action": action,
        "handovers": action.handovers.all(),
        "leader": LeaderForm(person=person),
        "move": MoveForm(),
        "change": ActionChangeForm(person=person, row=action),
        **forms,
    }
    return render(request, "worker/action.html", context, status=422 if forms else 200)


@require_http_methods(["GET", "POST"])
@opens_person
def action(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """One thing agreed: change it."""
    one = _one(request, person, pk)
    if request.method == "POST":
        form = ActionChangeForm(request.POST, person=person, row=one)
        if carried_out(form, change_action, action=one, by=request.user):
            return redirect("worker:action", person.ref, pk)
        return _page(request, person, one, change=form)
    return _page(request, person, one)


@require_POST
@opens_person
def action_hand_over(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """Handing over, and taking back."""
    one, form = _one(request, person, pk), LeaderForm(request.POST, person=person)
    me = _me_if_team(form, request.user)
    if carried_out(form, hand_over_action, action=one, on=request.viewer.on, by=request.user, leader_account=me):
        return redirect("worker:action", person.ref, pk)
    return _page(request, person, one, leader=form)


@require_POST
@opens_person
def action_move(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """Agreed, being done, done, or let go."""
    one, form = _one(request, person, pk), MoveForm(request.POST)
    if carried_out(form, move_action, action=one, on=request.viewer.on, by=request.user):
        return redirect("worker:action", person.ref, pk)
    return _page(request, person, one, move=form)
