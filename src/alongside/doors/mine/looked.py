"""Who has looked, and why, in words: one line for each who looked, on each ground, on each day."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.models import Entry
from alongside.rooms.sharing.at_the_door import looks_at_the_door
from alongside.rooms.sharing.guests import Guest

NEWEST = 500  # entries
GROUNDS = {
    "alongside": _("walks with you"),
    "team": _("is in the team that walks with you"),
    "named": _("is one of the few who may open it"),
    "emergency": _("opened it in an emergency"),
    "shared": _("you said yes, or a law said we must"),
    "own": _("opened this page with your code"),
    "trusted": _("you let them in"),
}
OF_THEIRS = {"own": _("You, or somebody with your code"), "trusted": _("Someone you trust")}


class Look(NamedTuple):
    """pk: of the newest of them. last_at: of that day. times: how often."""

    pk: int
    who: str
    job: str
    why: str
    last_at: datetime
    times: int


def looks(guest: Guest) -> list[Look]:
    """Costs one query."""
    lines: dict[tuple[object, ...], Look] = {}
    for entry in looks_at_the_door(guest)[:NEWEST]:
        at = localtime(entry.at)
        key = (entry.by_id, entry.ground, at.date())
        seen = lines.get(key)
        lines[key] = seen._replace(times=seen.times + 1) if seen else Look(entry.pk, *_who(entry), _why(entry), at, 1)
    return list(lines.values())


def _who(entry: Entry) -> tuple[str, str]:
    account: Account | None = entry.by
    if account is None:
        return str(OF_THEIRS.get(entry.ground, _("Somebody"))), ""
    return account.called, ", ".join(_parts(account))


def _parts(account: Account) -> Iterator[str]:
    if account.job:
        yield account.job
    if account.organisation:
        yield account.organisation.name


def _why(entry: Entry) -> str:
    return str(GROUNDS.get(entry.ground, _("has a reason that we will tell you")))
