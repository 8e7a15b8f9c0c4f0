"""Slowing down whoever guesses passwords and codes, without locking out whom they guess for.

Wrong tries count for three things apart. A device on which the account has signed in before is counted by itself alone: nobody
elsewhere can use up its tries. From anywhere else the tries for one account count by where they come from, and all together.
Whom and where are hashed, so that no address is kept.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from alongside.doors.signin.devices import device_of
from alongside.rooms.accounts.models import Account, DeviceKey
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.journal.models import Entry

WINDOW = timedelta(minutes=10)
TRIES = 10  # from one place, or on one known device
LONG_WINDOW = timedelta(hours=1)
TOLD = 30
TRIES_ELSEWHERE = 50  # for one account, from all places together that it has not signed in from
ACT = "signin.sign_in_refused"
CODE_ACT = "signin.code_refused"
ELSEWHERE = "signin.refused_elsewhere"


@dataclass(frozen=True)
class Guess:
    """whom: an e-mail, or an account's codes. place: where it comes from, or the device where it is `known`."""

    act: str
    whom: str
    place: str
    known: bool


def came_from(request: HttpRequest) -> str:
    """The address a request comes from. Behind a proxy it is the last that the proxy has written down: others can be made up."""
    if settings.BEHIND_PROXY and (through := request.headers.get("X-Forwarded-For", "")):
        return through.rsplit(",", 1)[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def password(request: HttpRequest, email: str) -> Guess:
    written = email.strip().lower()
    return _guess(request, ACT, written, account__email__iexact=written)


def code(request: HttpRequest, account: Account) -> Guess:
    return _guess(request, CODE_ACT, f"codes of {account.pk}", account=account)


def tell_of_nobody(request: HttpRequest, *, act: str, reason: str = "") -> None:
    """An entry about a stranger, under where they come from. Beyond TOLD in ten minutes the refusals go on and the journal has heard it."""
    subject = _subject(came_from(request))
    if _count(act, subject, timezone.now() - WINDOW) < TOLD:
        write_entry(act=act, by=None, subject=subject, reason=reason)


def _guess(request: HttpRequest, act: str, whom: str, **whose: object) -> Guess:
    device = device_of(request)
    known = bool(device) and DeviceKey.objects.filter(device=device, ended_at=None, **whose).exists()
    return Guess(act, whom, device if known else came_from(request), known)


def too_many(guess: Guess) -> bool:
    now = timezone.now()
    if _count(guess.act, _subject(guess.whom, guess.place), now - WINDOW) >= TRIES:
        return True
    return not guess.known and _count(ELSEWHERE, _subject(guess.whom), now - LONG_WINDOW) >= TRIES_ELSEWHERE


def refused(guess: Guess) -> None:
    write_entry(act=guess.act, by=None, subject=_subject(guess.whom, guess.place))
    if not guess.known:
        write_entry(act=ELSEWHERE, by=None, subject=_subject(guess.whom))


def _count(act: str, subject: str, since: datetime) -> int:
    return Entry.objects.filter(subject=subject, act=act, at__gte=since).count()


def _subject(*parts: str) -> str:
    return "signin:" + hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]
