from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.opening import for_workers
from alongside.doors.worker.rows import asked_in_rows, person_rows, promise_rows
from alongside.rooms.finding.models import RingRequest
from alongside.rooms.journeys.models import Action, Involvement, SharedTalk
from alongside.rooms.sharing.models import RingMe

QUIET_DAYS = 14  # after this many days without a conversation we say that someone has not been heard from
AHEAD_DAYS = 7


@require_GET
@for_workers
def today(request: SignedIn) -> HttpResponse:
    """Who I am alongside, who has not been heard from, what I said I would do, where I was asked in."""
    me, on = request.user, request.viewer.on
    a_while_ago = on - timedelta(days=QUIET_DAYS)
    found = Involvement.objects.visible_to(request.viewer).current(on).filter(account=me).walking().for_today()
    mine = list({row[0]: row for row in found}.values())  # once, also where I lead in two times that go on as one
    people = person_rows(row[:4] for row in mine)
    quiet = [row for row in people if not row.last_heard_on or row.last_heard_on < a_while_ago]
    promised = Action.objects.visible_to(request.viewer).mine_to_do(me, on + timedelta(days=AHEAD_DAYS))
    context = {
        "people": people,
        "quiet": sorted(quiet, key=lambda row: str(row.last_heard_on or "")),
        "promised": promise_rows(promised.for_listing(), on),
        "asked_in": asked_in_rows(people, mine, a_while_ago),
        "asked_to_ring": RingMe.objects.waiting_for(request.viewer),
        "ring_requests": RingRequest.objects.waiting_for(request.viewer),
        "to_place": SharedTalk.objects.visible_to(request.viewer).select_related("journey__person"),
        "today": on,
    }
    return render(request, "worker/today.html", context)
