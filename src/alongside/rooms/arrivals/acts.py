"""Bringing in the people a team already works with: everyone, or nobody."""

import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date

from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.core.spreadsheet.arriving_row import ArrivingRow
from alongside.rooms.accounts.models import Account
from alongside.rooms.arrivals.alone import alone
from alongside.rooms.arrivals.errors import ArrivalError
from alongside.rooms.arrivals.insert import Coming, insert
from alongside.rooms.arrivals.known import compare
from alongside.rooms.arrivals.leftovers import take_away, take_away_leftovers
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.models import Arrival
from alongside.rooms.teams.models import Member, Team

BATCH = 200  # people; a transaction of some tens of milliseconds
PAUSE = 0.1  # seconds: a saver who waits looks again at least this often (SQLite), so everyone who waits gets in

Progress = tuple[int, int]  # how many are in, of how many


@dataclass(frozen=True)
class Brought:
    """changed: the lines of people who are here already and whose row is not as it came in. Nothing of theirs was touched."""

    added: int
    known_again: int
    changed: tuple[int, ...]


def bring_in(
    *,
    team: Team,
    by: Account,
    rows: Sequence[ArrivingRow],
    on: date,
    reason: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Brought:
    """Bring in those of the rows who are new to the team. Whatever stops it, nobody of them is seen, now or later.

    The caller obtained `team` as one that `by` is in; no access check is repeated here. on: the local calendar day.
    Nobody waits long meanwhile: short transactions, with pauses. Who came in is seen when all are in, by one small transaction
    that also tells the journal. Stopped (an exception, Ctrl-C) it takes away what it wrote; killed, the next one does.

    Raises ArrivalError, in words, when another is under way, when a lead is not in the team, and when the database will not.
    """
    with closing(bringing_in(team=team, by=by, rows=rows, on=on, reason=reason)) as going:
        while True:
            try:
                done, of = next(going)
            except StopIteration as end:
                brought: Brought = end.value
                return brought
            if progress:
                progress(done, of)


def bringing_in(*, team: Team, by: Account, rows: Sequence[ArrivingRow], on: date, reason: str = "") -> Generator[Progress, None, Brought]:
    """As `bring_in`, step by step, for whoever shows how far it is. Closed before its end, it leaves nothing."""
    leads = _leads(team, rows, on)
    try:
        with alone():
            take_away_leftovers()
            compared = compare(team, rows)
            if compared.new:
                arrival = Arrival.objects.create(by=by)
                yield from _arrive(compared.new, Coming(arrival, team, by, on, leads), reason)
            else:
                write_entry(act="arrivals.nobody_brought_in", by=by, subject=team, reason=reason)
    except IntegrityError as error:
        raise ArrivalError(_("A reference in the file was given to someone meanwhile. Nobody came in. Bring the file in again.")) from error
    except DatabaseError as error:
        raise ArrivalError(_("The database would not take it just now. Nobody came in. Try again in a few minutes.")) from error
    return Brought(len(compared.new), compared.known, compared.changed)


def _leads(team: Team, rows: Sequence[ArrivingRow], on: date) -> dict[str, Account]:
    members = Member.objects.current(on).filter(team=team, account__is_active=True).select_related("account")
    leads = {member.account.email.casefold(): member.account for member in members}
    stranger = next((row for row in rows if row.lead_email and row.lead_email.casefold() not in leads), None)
    if stranger:
        raise ArrivalError(_("The lead on line %(line)s is not in the team. Nobody came in.") % {"line": stranger.line})
    return leads


def _arrive(rows: Sequence[ArrivingRow], coming: Coming, reason: str) -> Generator[Progress, None, None]:
    try:
        for start in range(0, len(rows), BATCH):
            insert(rows[start : start + BATCH], coming)
            done = min(start + BATCH, len(rows))
            yield done, len(rows)
            if done < len(rows):
                time.sleep(PAUSE)
        _land(coming.arrival, by=coming.by, reason=reason)
    except BaseException:  # Ctrl-C and a closed page too
        with suppress(DatabaseError):  # then the next one takes it away
            take_away(coming.arrival)
        raise


@transaction.atomic
def _land(arrival: Arrival, *, by: Account, reason: str) -> None:
    Arrival.objects.filter(pk=arrival.pk).update(landed_at=timezone.now())
    write_entry(act="arrivals.people_brought_in", by=by, subject=arrival, reason=reason)
