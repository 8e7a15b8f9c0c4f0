"""Whoever asks the gate."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone

from alongside.rooms.accounts.models import Account


@dataclass(frozen=True)
class Viewer:
    """An account, on a local calendar day, in a moment of it. (A person's own link and a decision-maker's pass join with their doors.)"""

    account: Account
    on: date
    at: datetime = field(default_factory=timezone.now)
