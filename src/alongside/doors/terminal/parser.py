"""What can be typed. Each command names the module that runs it, which is loaded only then."""

import argparse
import sys
from datetime import date
from typing import Any, NoReturn

from alongside.foundation.signing_in import ROLES

COMMANDS = "alongside.doors.terminal.commands"


class OneLine(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        print(f"{self.prog}: {message}. See {self.prog} --help.", file=sys.stderr)
        raise SystemExit(2)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it like 2026-03-14") from None


def _port(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number from 1 to 65535")
    return int(text)


def parser() -> argparse.ArgumentParser:
    top = OneLine(prog="alongside", description="What a relational team and the person they work alongside use together.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    _demo(commands)
    _serve(commands)
    _command(commands, "migrate", "bring the database to this version")
    _command(commands, "check", "is this installation healthy (0), or not (1) and why").set_defaults(asks_health=True)
    _command(commands, "seal", "seal the journal's new entries now (the server does it every minute)")
    _account(commands)
    _people(commands)
    _story(commands)
    _backup(commands)
    return top


def _command(
    commands: Any, name: str, help_: str, *, module: str = "", bare_faults: bool = False, **environment: str
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=help_, description=help_)
    command.add_argument("--dir", help="the installation's folder (or ALONGSIDE_DIR)")
    command.set_defaults(module=f"{COMMANDS}.{module or name}", environment=environment, bare_faults=bare_faults)
    command.set_defaults(has_settings=True, asks_health=False)
    return command


def _demo(commands: Any) -> None:
    demo = _command(
        commands,
        "demo",
        "an example place on SQLite, a sign-in link for each of the cast, serve",
        ALONGSIDE_PLAIN_HTTP="1",
        ALONGSIDE_DIR="example",
    )
    demo.add_argument("--port", type=_port, default=8000)
    demo.add_argument("--no-serve", action="store_true", help="make it, print the links, and stop")
    demo.add_argument("--today", type=_day, help="the day up to which the example's story runs (today)")


def _serve(commands: Any) -> None:
    serve = _command(commands, "serve", "run it")
    serve.add_argument("--port", type=_port, default=8000)
    serve.add_argument("--bind", default="127.0.0.1", help="the address to listen on (this machine only, for a proxy that speaks https)")
    serve.add_argument("--workers", type=int, help="processes (1 on SQLite, one a core on PostgreSQL)")
    serve.add_argument("--threads", type=int, default=8, help="threads in each")


def _account(commands: Any) -> None:
    group = commands.add_parser("account", help="who signs in").add_subparsers(required=True, metavar="COMMAND")
    add = _command(group, "add", "add someone who signs in", module="account")
    add.add_argument("email", metavar="EMAIL")
    add.add_argument("--role", required=True, choices=ROLES)
    add.add_argument("--team", help="the team they join; begun if it is not there")
    add.add_argument("--place", default="Our place", help="the place a new team belongs to")
    add.add_argument("--called", default="", help="what they are called")
    add.add_argument("--invite", action="store_true", help="send them a link by e-mail; no password is made")
    again = _command(group, "invite", "send somebody who has an account a link by e-mail", module="account_invite")
    again.add_argument("email", metavar="EMAIL")


def _people(commands: Any) -> None:
    group = commands.add_parser("people", help="people a team works with").add_subparsers(required=True, metavar="COMMAND")
    bring = _command(group, "import", "bring in people a team already works with", module="people", bare_faults=True)
    bring.add_argument("file", metavar="FILE.csv")
    bring.add_argument("--team", help="the team they come to (in the example: Northbridge Hub)")
    bring.add_argument("--as", dest="as_email", metavar="EMAIL", help="who brings them in (in the example: maya@northbridge.example)")
    bring.add_argument("--reason", default="", help="why, for the journal (outside the example it must be given)")
    bring.add_argument("--map", metavar="MAP.toml", help="which column goes where, instead of what is proposed")
    bring.add_argument("--leave-out-faulty", action="store_true", help="bring in the rows that are in order, leave out the others")
    order = bring.add_mutually_exclusive_group()
    order.add_argument("--day-first", dest="order", action="store_const", const="day first")
    order.add_argument("--month-first", dest="order", action="store_const", const="month first")


def _backup(commands: Any) -> None:
    backup = _command(commands, "backup", "all of this installation in one locked file, while it runs")
    backup.add_argument("file", metavar="FILE", help="a new file; the passphrase is in ALONGSIDE_BACKUP_PASSPHRASE, or asked for")
    restore = _command(commands, "restore", "lay a backup back, whole or not at all, into an empty installation; stop the server first")
    restore.add_argument("file", metavar="FILE")
    restore.add_argument("--over", action="store_true", help="where an installation is already: lay what is there aside first")
    restore.add_argument("--erased", metavar="LIST", help="a later copy of erased.list, kept elsewhere, to be obeyed as well")
    restore.set_defaults(has_settings=False)  # they are the backup's own, once it lies there


def _story(commands: Any) -> None:
    group = commands.add_parser("story", help="everything held on one person").add_subparsers(required=True, metavar="COMMAND")
    export = _command(group, "export", "everything held on one person, to read and for machines", module="story")
    export.add_argument("ref", metavar="REF", help="their reference, as in the address of their page")
    export.add_argument("--to", required=True, metavar="DIR", help="the folder to write into")
    export.add_argument("--for-the-person", action="store_true", help="the pack for their request: without what is others' or kept off")
    bring = _command(group, "import", "bring a story back that was exported", module="story")
    bring.add_argument("folder", metavar="DIR", help="the folder with story.json")
    erase = _command(group, "erase", "erase every word held on one person", module="story")
    erase.add_argument("ref", metavar="REF")
    for name, command in (("export", export), ("import", bring), ("erase", erase)):
        command.set_defaults(do=name)
        command.add_argument("--as", dest="as_email", metavar="EMAIL", help="who does it (in the example: gail@northbridge.example)")
        command.add_argument("--reason", default="", help="why, for the journal (outside the example it must be given)")
