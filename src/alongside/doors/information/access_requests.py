"""A request for everything that is held: the clock, the texts to look through, and the pack."""

import json
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from alongside.doors.information.carrying_out import carried_out
from alongside.doors.information.forms import ExtendForm, PassagesForm, PauseForm
from alongside.doors.information.looking import leads
from alongside.doors.signin.request import SignedIn
from alongside.rooms.journal.acts import note_read, write_entry
from alongside.rooms.rights.acts import answer_request, extend, go_on, look_through, look_through_rest, pause
from alongside.rooms.rights.errors import RightsError
from alongside.rooms.rights.models import AccessRequest
from alongside.rooms.rights.pack import pack_for
from alongside.rooms.rights.queue import to_look_at


def _request(pk: int) -> AccessRequest:
    return get_object_or_404(AccessRequest.objects.select_related("person").prefetch_related("pauses", "redactions"), pk=pk)


def _page(request: SignedIn, one: AccessRequest, **refused: Any) -> HttpResponse:
    texts, today = to_look_at(one), request.viewer.on
    context = {
        "asked": one,
        "due_on": one.due_on(today),
        "days": (one.due_on(today) - today).days,
        "stopped": [pause for pause in one.pauses.all() if pause.ended_on is None],
        "texts": texts,
        "left": sum(not text.looked_at for text in texts),
        "pause": PauseForm(),
        "extend": ExtendForm(),
        **refused,
    }
    return render(request, "information/access_request.html", context, status=422 if refused else 200)


@require_GET
@leads
def access_request(request: SignedIn, pk: int) -> HttpResponse:
    one = _request(pk)
    note_read(act="information.access_request_opened", by=request.user, subject=one.person, ground="information lead")
    return _page(request, one)


@require_POST
@leads
def access_request_do(request: SignedIn, pk: int) -> HttpResponse:
    """Stop the clock, let it go on, take two months more, or say that the pack was given."""
    one, do, today = _request(pk), request.POST.get("do", ""), request.viewer.on
    if do in ("pause", "extend"):
        form = PauseForm(request.POST) if do == "pause" else ExtendForm(request.POST)
        done = (
            carried_out(form, pause, request=one, on=today, by=request.user)
            if do == "pause"
            else carried_out(form, extend, request=one, today=today, by=request.user)
        )
        return redirect("information:access_request", pk) if done else _page(request, one, **{do: form})
    try:
        if do == "go_on":
            go_on(request=one, on=today, by=request.user)
        elif do == "rest":
            look_through_rest(request=one, label=request.POST.get("label", ""), by=request.user)
        elif do == "answer":
            answer_request(request=one, on=today, by=request.user)
    except RightsError as refusal:
        return _page(request, one, refused=str(refusal))
    return redirect("information:access_request", pk)


@require_POST
@leads
def access_request_look(request: SignedIn, pk: int) -> HttpResponse:
    """One text was looked through."""
    one, form = _request(pk), PassagesForm(request.POST)
    if carried_out(form, look_through, request=one, by=request.user):
        return redirect("information:access_request", pk)
    return _page(request, one, refused=" ".join(str(fault) for faults in form.errors.values() for fault in faults))


@require_GET
@leads
def pack(request: SignedIn, pk: int, kind: str) -> HttpResponse:
    """The answer as a file: to read, for machines, or to be read together, with what is kept off their page."""
    if kind not in ("html", "json", "together"):
        raise Http404
    one = _request(pk)
    story = pack_for(one, at=timezone.now(), together=kind == "together")
    write_entry(act="information.pack_made", by=request.user, subject=one.person)
    if kind == "json":
        answer = HttpResponse(json.dumps(story, ensure_ascii=False, indent=1), content_type="application/json")
    else:
        answer = render(request, "information/pack.html", {"story": story, "called": one.person.called})
    ending = "json" if kind == "json" else "html"
    answer["Content-Disposition"] = f'attachment; filename="what-is-held.{ending}"'
    return answer
