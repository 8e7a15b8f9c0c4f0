from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.opening import for_workers
from alongside.rooms.finding.acts import answer_ring_request
from alongside.rooms.finding.errors import FindingError
from alongside.rooms.finding.models import RingRequest
from alongside.rooms.sharing.acts import answer_ring
from alongside.rooms.sharing.errors import SharingError
from alongside.rooms.sharing.models import RingMe


@require_POST
@for_workers
def ring_request(request: SignedIn, pk: int) -> HttpResponse:
    """That we rang, or left it. Any of the team may say so, for leads have days off; whoever asked is told nothing."""
    asked = get_object_or_404(RingRequest.objects.visible_to(request.viewer), pk=pk)
    answer = request.POST.get("answer")
    if answer in RingRequest.Answer.values:
        try:
            answer_ring_request(request=asked, answer=RingRequest.Answer(answer), by=request.user)
            messages.success(request, _("Noted. Whoever asked is not told."))
        except FindingError as refusal:
            messages.info(request, str(refusal))
    return redirect("worker:today")


@require_POST
@for_workers
def rang(request: SignedIn, pk: int) -> HttpResponse:
    """The person asked, at their own door, to be rung: we did, or left it."""
    asked = get_object_or_404(RingMe.objects.visible_to(request.viewer), pk=pk)
    try:
        answer_ring(asked=asked, answer=request.POST.get("answer", ""), by=request.user)
        messages.success(request, _("Noted."))
    except SharingError as refusal:
        messages.info(request, str(refusal))
    return redirect("worker:today")
