"""How long a session lasts: so long at the latest, and less when it is left alone. Costs no query.

When it began stands in the session. When it was last used stands in a signed cookie, renewed once a minute: writing it into the
session would make every page that is looked at a save.
"""

import time
from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.contrib.auth import get_user, logout
from django.contrib.auth.models import AnonymousUser
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.functional import SimpleLazyObject

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry

BEGAN = "began"  # in the session: seconds since 1970
USED = f"{getattr(settings, 'COOKIE_PREFIX', '')}used"  # the cookie
RENEWED_AFTER = 60  # seconds


def now() -> float:
    """Seconds since 1970."""
    return time.time()


def begin(request: HttpRequest) -> None:
    request.session[BEGAN] = int(now())


def as_long_as_a_session_lasts(next_: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        request.user = cast(Account, SimpleLazyObject(lambda: _whoever_still_is(request)))
        response = next_(request)
        if getattr(request, "session_goes_on", False) and request.user.is_authenticated:
            _renew(request, response)
        return response

    return middleware


def _whoever_still_is(request: HttpRequest) -> Account | AnonymousUser:
    account = get_user(request)
    if isinstance(account, AnonymousUser):
        return account
    if not _is_over(request, account):
        request.session_goes_on = True  # type: ignore[attr-defined]
        return account
    write_entry(act="signin.session_ended", by=account, subject=account)
    request.user = account  # who goes out is known: asking again would lead here again
    logout(request)
    return AnonymousUser()


def _is_over(request: HttpRequest, account: Account) -> bool:
    last_came_in = account.last_login.timestamp() if account.last_login else 0
    began = int(request.session.get(BEGAN) or last_came_in)
    at = now()
    used = max(began, _used(request))
    return at - began > settings.SESSION_MINUTES * 60 or at - used > settings.SESSION_IDLE_MINUTES * 60


def _signer(request: HttpRequest) -> signing.Signer:
    return signing.Signer(salt=f"alongside.session {salted_hmac('alongside.session', request.session.session_key or '').hexdigest()}")


def _used(request: HttpRequest) -> int:
    try:
        return int(_signer(request).unsign(request.COOKIES.get(USED, "")))
    except (signing.BadSignature, ValueError):
        return 0


def _renew(request: HttpRequest, response: HttpResponse) -> None:
    at = int(now())
    if at - _used(request) > RENEWED_AFTER:
        value = _signer(request).sign(str(at))
        response.set_cookie(USED, value, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
