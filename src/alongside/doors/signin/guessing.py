"""Slowing down whoever guesses passwords, by the address they guess for and the address they come from."""

import hashlib
from datetime import timedelta

from django.utils import timezone

from alongside.rooms.journal.acts import write_entry
from alongside.rooms.journal.models import Entry

WINDOW = timedelta(minutes=10)
TRIES = 10
ACT = "signin.sign_in_refused"


def _subject(email: str, came_from: str) -> str:
    """Both together, so that guessing from elsewhere cannot lock somebody out; hashed, so that no address is kept."""
    return "signin:" + hashlib.sha256(f"{email.strip().lower()}|{came_from}".encode()).hexdigest()[:32]


def too_many(email: str, came_from: str) -> bool:
    since = timezone.now() - WINDOW
    return Entry.objects.filter(subject=_subject(email, came_from), act=ACT, at__gte=since).count() >= TRIES


def refused(email: str, came_from: str) -> None:
    write_entry(act=ACT, by=None, subject=_subject(email, came_from))
