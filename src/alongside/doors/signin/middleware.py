"""Every request knows who is looking, without asking the database until somebody wants to know."""

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from alongside.rooms.accounts.viewer import Viewer


def known_viewer(next_: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        viewer = SimpleLazyObject(lambda: Viewer(account=request.user, on=timezone.localdate()))  # type: ignore[arg-type]
        request.viewer = cast(Viewer, viewer)  # type: ignore[attr-defined]
        return next_(request)

    return middleware
