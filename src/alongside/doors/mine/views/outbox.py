from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.rooms.sharing.models import Outbox
from alongside.rooms.sharing.sending import outbox_is_open

NEWEST = 50


@require_GET
def outbox(request: HttpRequest) -> HttpResponse:
    """Messages that were not sent, in development and in an example place; anywhere else there is nothing here."""
    if not outbox_is_open():
        raise Http404
    return render(request, "mine/outbox.html", {"rows": Outbox.objects.all()[:NEWEST]})
