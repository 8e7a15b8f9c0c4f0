"""People a team already works with, from a spreadsheet. Prints what it made of the file, then brings in everyone or nobody."""

import signal
import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from django.core.management import call_command
from django.utils import timezone

from alongside.core.spreadsheet.cell import one_line
from alongside.core.spreadsheet.column_map import read_map, settle_places
from alongside.core.spreadsheet.fault import SpreadsheetError
from alongside.core.spreadsheet.heading import why_refused
from alongside.core.spreadsheet.places import BY_KEY, LEAVE_BEHIND
from alongside.core.spreadsheet.table import MOST_BYTES, Table, read_table
from alongside.core.spreadsheet.written_date import DayOrder
from alongside.doors.terminal.refusal import Refusal
from alongside.rooms.accounts.models import Account
from alongside.rooms.arrivals.acts import Brought, bring_in
from alongside.rooms.arrivals.errors import ArrivalError
from alongside.rooms.arrivals.look import Look, look
from alongside.rooms.teams.models import Member, Place, Team

EXAMPLE = {"team": "Northbridge Hub", "as_email": "maya@northbridge.example", "reason": "trying it out in the example"}
FLAGS = {"team": "--team", "as_email": "--as", "reason": "--reason"}
WHOLE_MAP = 200_000  # characters; a map of 300 columns is far smaller


def run(options: Namespace) -> int:
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a polite kill tidies up as Ctrl-C does
    _fill_in(options)
    team, by = _who(options)
    try:
        table, stated = _read(options)
        order = DayOrder(options.order) if options.order else None
        looked = look(table, team=team, on=timezone.localdate(), stated=stated, order=order)
    except SpreadsheetError as refused:
        raise Refusal(str(refused)) from refused
    print(f"Day order: {looked.order}{' (as stated)' if order else ''}")
    _tell_faults(looked, leave_out=options.leave_out_faulty)
    try:
        brought = bring_in(team=team, by=by, rows=looked.rows, on=timezone.localdate(), reason=options.reason, progress=_progress)
    except ArrivalError as refused:
        raise Refusal(str(refused)) from refused
    _tell(brought, team)
    return 0


def _fill_in(options: Namespace) -> None:
    """What may be left out in the example place must be said elsewhere."""
    try:
        call_command("migrate", check_unapplied=True, verbosity=0)
    except SystemExit:
        raise Refusal("The database is not at this version. Run alongside migrate first.") from None
    if Place.objects.filter(is_example=True).exists() and not Place.objects.filter(is_example=False).exists():
        for name, value in EXAMPLE.items():
            setattr(options, name, getattr(options, name) or value)
    missing = [flag for name, flag in FLAGS.items() if not (getattr(options, name) or "").strip()]
    if missing:
        raise Refusal("\n".join(f"{flag} is missing: outside the example it must be given" for flag in missing))


def _who(options: Namespace) -> tuple[Team, Account]:
    """The team, and who brings them in. One refusal for all that can be wrong: a stranger learns no team's name from it."""
    members = Member.objects.current(timezone.localdate()).select_related("account", "team")
    member = members.filter(team__name__iexact=options.team, account__email__iexact=options.as_email, account__is_active=True).first()
    if member is None:
        raise Refusal("--team, --as: nobody with that address is in a team of that name; check both")
    return member.team, member.account


def _read(options: Namespace) -> tuple[Table, Mapping[str, str] | None]:
    """The file as a table, and the places that a map states. Prints what was judged and where each column goes."""
    path = Path(options.file)
    raw = _bytes(path, most=MOST_BYTES)
    table = read_table(raw, name=path.name)
    print(f"Encoding: {table.encoding}\nDelimiter: {table.delimiter}")
    stated = None
    if options.map:
        toml = _bytes(Path(options.map), most=WHOLE_MAP).decode(errors="replace")
        stated = read_map(toml, table.header, name=Path(options.map).name)
    for column, place in settle_places(table.header, stated).items():
        print(f"  {column} -> {_place_in_words(column, place)}")
    return table, stated


def _place_in_words(column: str, place: str) -> str:
    if place != LEAVE_BEHIND:
        return BY_KEY[place].words
    refused = why_refused(column)
    return f"{LEAVE_BEHIND} ({refused})" if refused else LEAVE_BEHIND


def _bytes(path: Path, *, most: int) -> bytes:
    name = one_line(path.name) or str(path)
    try:
        if path.stat().st_size > most:
            raise Refusal(f"{name}: the file is over {most:,} bytes, the most that is read; split it into several")
        return path.read_bytes()
    except OSError as error:
        raise Refusal(f"{name}: cannot be read ({error.strerror}); check the name") from error


def _tell_faults(looked: Look, *, leave_out: bool) -> None:
    """Each fault in a line on stderr. Raises Refusal, unless the faulty rows are to be left out."""
    if not looked.faults:
        return
    if not (leave_out and looked.rows):
        if looked.rows:
            print(f"Nobody came in. Correct the file, or say --leave-out-faulty to bring in the other {len(looked.rows):,} rows.")
        raise Refusal("\n".join(map(str, looked.faults)))
    for fault in looked.faults:
        print(fault, file=sys.stderr)
    print(f"Rows left out: {looked.faulty_rows:,}")


def _progress(done: int, of: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done:,} of {of:,}", end="\n" if done == of else "", file=sys.stderr, flush=True)


def _tell(brought: Brought, team: Team) -> None:
    for line in brought.changed:
        print(f"Line {line}: is here already and this row has changed since; nothing of theirs was touched")
    came = "1 person came in" if brought.added == 1 else f"{brought.added:,} people came in"
    print(f"{came} to {team.name}. Here already: {brought.known_again:,}. Changed rows, not brought in: {len(brought.changed):,}.")
