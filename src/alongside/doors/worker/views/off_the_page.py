"""What does not stand on the person's own page, and which conversations do."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.carrying_out import carried_out
from alongside.doors.worker.forms.sharing import OffThePageForm
from alongside.doors.worker.opening import opens_person
from alongside.rooms.journeys.models import Action, Cause, CheckIn, Conversation, Matter
from alongside.rooms.people.models import LifeEvent, Person, Tie
from alongside.rooms.sharing.acts import clear_for_the_page, keep_off, put_back, withhold
from alongside.rooms.sharing.models import Withholding

KINDS: dict[str, Any] = {
    "conversation": Conversation,
    "matter": Matter,
    "tie": Tie,
    "cause": Cause,
    "action": Action,
    "check-in": CheckIn,
    "life-event": LifeEvent,
}


def _row(request: SignedIn, person: Person, kind: str, pk: int) -> Any:
    if kind not in KINDS:
        raise Http404
    return get_object_or_404(KINDS[kind].objects.visible_to(request.viewer).of(person), pk=pk)


@require_http_methods(["GET", "POST"])
@opens_person
def off_the_page(request: SignedIn, person: Person, kind: str, pk: int) -> HttpResponse:
    """Keep one thing off the person's page, or withhold it as the law allows."""
    row, form = _row(request, person, kind, pk), OffThePageForm(request.POST or None)

    def keep(*, kind: str, ground: str, by_person: bool, **said: Any) -> None:
        if kind == Withholding.Kind.LAW:
            withhold(ground=ground, **said)
        else:
            keep_off(by_person=by_person, **said)

    if request.method == "POST" and carried_out(form, keep, person=person, row=row, by=request.user):
        return redirect("worker:off_the_page", person.ref, kind, pk)
    standing = Withholding.objects.of(person).standing().filter(label=row._meta.label_lower, row=pk).select_related("by")
    context = {"person": person, "row": row, "form": form, "standing": standing, "kind": kind}
    return render(request, "worker/off_the_page.html", context, status=422 if form.errors else 200)


@require_POST
@opens_person
def back_on_the_page(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    put_back(withholding=get_object_or_404(Withholding.objects.visible_to(request.viewer).of(person), pk=pk), by=request.user)
    return redirect("worker:sharing", person.ref)


@require_POST
@opens_person
def conversation_clear(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """Confirm that a conversation holds no one else's private facts: then it stands on the person's page."""
    one = get_object_or_404(Conversation.objects.visible_to(request.viewer).of(person), pk=pk)
    clear_for_the_page(conversation=one, person=person, by=request.user)
    return redirect("worker:conversation", person.ref, pk)
