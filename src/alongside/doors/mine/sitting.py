"""Who sits at the door: known by a cookie that only a code gives. Everyone else gets one page, whatever they asked for."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.rooms.sharing.guests import Guest, guest_of

SAID = {
    "ring": _("Asked. You do not need to do anything else."),
    "kept": _("Kept."),
    "done": _("Well done. It is ticked."),
    "lead": _("You lead this now."),
    "back": _("Taken back. They cannot see it any more."),
    "asked": _("Asked. We will answer you."),
    "out": _("They cannot see it any more."),
    "already": _("That was changed just now. Have a look."),
}


class Sitting(HttpRequest):
    guest: Guest  # the decorator has let nobody else through


def cookie_name() -> str:
    """`__Host-` lets a browser take it from this host alone, over TLS alone; plain http has to do without."""
    return f"{settings.COOKIE_PREFIX}page"


def keep_cookie(answer: HttpResponse, key: str) -> None:
    """Until the browser is closed, at the longest."""
    answer.set_cookie(cookie_name(), key, path="/", secure=not settings.PLAIN_HTTP, httponly=True, samesite="Strict")


def drop_cookie(answer: HttpResponse) -> None:
    answer.delete_cookie(cookie_name(), path="/", samesite="Strict")


def for_guest(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let in whoever has given a code. Everyone else gets the page that asks for one, by whichever method they came."""

    @wraps(view)
    def inner(request: Sitting, *args: Any, **kwargs: Any) -> HttpResponse:
        key = request.COOKIES.get(cookie_name(), "")
        guest = guest_of(key, at=timezone.now()) if key else None
        if guest is None:
            return closed(request)
        request.guest = guest
        return view(request, *args, **kwargs)

    return inner


def for_the_person(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let in the person alone; someone they trust is led back to what they may see."""

    @for_guest
    @wraps(view)
    def inner(request: Sitting, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs) if request.guest.is_the_person else redirect("mine:front")

    return inner


def closed(request: HttpRequest) -> HttpResponse:
    """The same for everyone who is not let in: it says nothing about anybody."""
    return render(request, "mine/ask.html", {"token": "", "leave_to": settings.LEAVE_TO})


def show(request: Sitting, template: str, context: dict[str, Any], *, refused: bool = False) -> HttpResponse:
    """A page of whoever sits there. refused: a form on it is shown again."""
    said = SAID.get(request.GET.get("said", ""), "") if request.method == "GET" else ""
    known = {"guest": request.guest, "said": said, "leave_to": settings.LEAVE_TO}
    return render(request, f"mine/{template}.html", known | context, status=422 if refused else 200)
