"""What every answer passes through: size, content security, and the truth when the database would not take a save."""

from collections.abc import Callable

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

Next = Callable[[HttpRequest], HttpResponse]

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)


OF_A_FILE = "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"  # short: a first visit takes a dozen of them
UNUSED = ["camera", "microphone", "geolocation", "display-capture", "payment", "usb", "browsing-topics"]
PERMISSIONS = ", ".join(f"{each}=()" for each in UNUSED)


def refuse_large_bodies(next_: Next) -> Next:
    """Answer 413 from the announced length alone, before a byte of the body is read or kept."""

    def middleware(request: HttpRequest) -> HttpResponse:
        announced = request.META.get("CONTENT_LENGTH") or "0"
        if not announced.isdigit() or int(announced) > settings.LARGEST_UPLOAD:
            page = render(request, "errors/too_large.html", {"limit_mb": settings.LARGEST_UPLOAD // 1024 // 1024}, status=413)
            page["Connection"] = "close"
            return page
        return next_(request)

    return middleware


def content_security(next_: Next) -> Next:
    """Strict from the first page: the browser runs our files and calls no other host. Outermost, so that no answer goes without.

    A view may allow a style element by its digest alone: `response.styles_by_digest`. Nothing is cached unless a view says so."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = next_(request)
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        if request.path.startswith(settings.STATIC_URL):
            response["Content-Security-Policy"] = OF_A_FILE
            for of_windows in ("Cross-Origin-Opener-Policy", "X-Frame-Options"):
                del response[of_windows]
            return response
        more = "".join(f" '{digest}'" for digest in getattr(response, "styles_by_digest", ()))
        response["Content-Security-Policy"] = POLICY.replace("style-src 'self'", f"style-src 'self'{more}")
        response["Permissions-Policy"] = PERMISSIONS
        response.setdefault("Cache-Control", "no-store")
        return response

    return middleware


class say_when_nothing_was_saved:  # noqa: N801 (Django names middleware by what it does)
    """A locked or full database: the page says so in words, and what was typed stands on it, to be saved again."""

    def __init__(self, next_: Next) -> None:
        self.next = next_

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.next(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        if not isinstance(fault, OperationalError):
            return None
        saving = request.method == "POST"
        return render(request, "errors/not_saved.html", {"saving": saving, "again": _again(request) if saving else []}, status=503)


def _again(request: HttpRequest) -> list[tuple[str, str]]:
    """What was sent, to be sent once more. Not a file, which a page cannot hold, nor a password, which it must not."""
    if request.FILES or "password" in request.POST:
        return []
    return [(name, value) for name, values in request.POST.lists() for value in values if value and name != "csrfmiddlewaretoken"]
