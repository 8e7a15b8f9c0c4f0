"""What every search passes through: the journal, a limit, and a seal on what was typed, so that no address tells whom somebody sought."""

import hashlib
import json
from base64 import urlsafe_b64encode
from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render

from alongside.doors.signin.request import SignedIn
from alongside.rooms.accounts.models import Account
from alongside.rooms.finding.errors import TooManySearches
from alongside.rooms.finding.searches import WINDOW, note_search

LONGEST = 200  # characters
LASTS = 12 * 60 * 60  # seconds: as long as one is signed in


@cache
def _lock() -> Fernet:
    key = hashlib.sha256(b"alongside.search|" + settings.SECRET_KEY.encode()).digest()
    return Fernet(urlsafe_b64encode(key))


def sealed(typed: str, account: Account) -> str:
    """What was typed, for an address: only this server reads it, for this account, and for LASTS."""
    return _lock().encrypt(json.dumps([account.pk, typed]).encode()).decode()


def _unsealed(token: str, account: Account) -> str:
    """ "" for what is no seal, another's, or too old."""
    try:
        whose, typed = json.loads(_lock().decrypt(token.encode(), ttl=LASTS))
    except InvalidToken:
        return ""
    return str(typed) if whose == account.pk else ""


def sought_in(request: SignedIn, name: str) -> str:
    """What was typed, on one line. PostgreSQL takes no null byte."""
    typed = _unsealed(request.GET["found"], request.user) if "found" in request.GET else request.GET.get(name, "")
    return typed.replace("\0", "").strip()[:LONGEST]


def searches(name: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """What is typed under `name` comes by POST and is led on to an address that does not tell it. Each search goes into the journal;
    after too many the answer is 429, whatever was sought.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def inner(request: SignedIn, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST":
                typed = request.POST.get(name, "").strip()
                return redirect(f"{request.path}?found={sealed(typed[:LONGEST], request.user)}" if typed else request.path)
            try:
                if sought_in(request, name):
                    note_search(by=request.user)
            except TooManySearches:
                page = render(request, "worker/too_many_searches.html", status=429)
                page["Retry-After"] = str(int(WINDOW.total_seconds()))
                return page
            return view(request, *args, **kwargs)

        return inner

    return decorate
