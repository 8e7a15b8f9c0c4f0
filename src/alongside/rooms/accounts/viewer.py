"""Whoever asks the gate."""

from dataclasses import dataclass
from datetime import date

from alongside.rooms.accounts.models import Account


@dataclass(frozen=True)
class Viewer:
    """An account, on a local calendar day. (A person's own link and a decision-maker's pass join with their doors.)"""

    account: Account
    on: date
