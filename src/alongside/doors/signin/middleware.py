"""Every request knows who is looking, without asking the database until somebody wants to know."""

import re
from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from alongside.rooms.accounts.viewer import Viewer

CARRIED_OUT = 302
DRAFT_NAME = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def known_viewer(next_: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        viewer = SimpleLazyObject(lambda: Viewer(account=request.user, on=timezone.localdate()))  # type: ignore[arg-type]
        request.viewer = cast(Viewer, viewer)  # type: ignore[attr-defined]
        return next_(request)

    return middleware


def tell_what_was_kept(next_: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A save that was carried out tells the browser which draft it may forget. A refusal, a time-out or a fault tells nothing."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = next_(request)
        draft = request.POST.get("draft", "") if request.method == "POST" and response.status_code == CARRIED_OUT else ""
        if DRAFT_NAME.fullmatch(draft) and request.user.is_authenticated:
            name = f"{settings.COOKIE_PREFIX}kept-{draft}"
            response.set_cookie(name, "1", max_age=60 * 60, samesite="Strict", secure=settings.SESSION_COOKIE_SECURE)
        return response

    return middleware
