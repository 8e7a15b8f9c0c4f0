from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.opening import for_workers
from alongside.doors.worker.rows import person_rows, promise_rows
from alongside.rooms.journeys.models import Action, Involvement, Journey

QUIET_DAYS = 14  # after this many days without a conversation we say that someone has not been heard from
AHEAD_DAYS = 7


@require_GET
@for_workers
def today(request: SignedIn) -> HttpResponse:
    """Who I am alongside, who has not been heard from, what I said I would do, where I was asked in."""
    me, on = request.user, request.viewer.on
    walking = Journey.objects.visible_to(request.viewer).walking().with_me(request.viewer)
    people = person_rows(walking.order_by("person__called", "pk").for_listing())
    quiet = [one for one in people if not one.last_heard_on or one.last_heard_on < on - timedelta(days=QUIET_DAYS)]
    promised = Action.objects.visible_to(request.viewer).mine_to_do(me, on + timedelta(days=AHEAD_DAYS))
    asked_in = Involvement.objects.visible_to(request.viewer).current(on).filter(account=me, part=Involvement.Part.ASKED_IN)
    context = {
        "people": people,
        "quiet": sorted(quiet, key=lambda one: str(one.last_heard_on or "")),
        "promised": promise_rows(promised.for_listing(), on),
        "asked_in": asked_in.filter(from_on__gte=on - timedelta(days=QUIET_DAYS)).select_related("journey__person"),
        "today": on,
    }
    return render(request, "worker/today.html", context)
