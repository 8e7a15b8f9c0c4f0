import getpass
import secrets
import sys
from argparse import Namespace

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from alongside.doors.terminal.commands import account_invite
from alongside.doors.terminal.refusal import Refusal
from alongside.rooms.accounts.acts import AccountError, add_account
from alongside.rooms.accounts.models import Account, Role
from alongside.rooms.framework.acts import begin_framework
from alongside.rooms.teams.acts import TeamError, begin_team, join_team
from alongside.rooms.teams.models import Place, Team


def run(options: Namespace) -> int:
    """Add someone who signs in; with --team they are in it from today."""
    invite = options.invite or not settings.PASSWORDS
    password, made = (None, False) if invite else _password()
    try:
        with transaction.atomic():
            account = add_account(email=options.email, called=options.called, role=Role(options.role), password=password)
            if options.team:
                join_team(team=_team(options, account), account=account, on=timezone.localdate())
    except (AccountError, TeamError) as refusal:
        raise Refusal(f"{options.email}: {refusal}") from refusal
    if invite:
        return account_invite.send(account)
    print(f"{account.email} can sign in" + (f" with this password, shown only now: {password}" if made else "."))
    return 0


def _team(options: Namespace, account: Account) -> Team:
    team = Team.objects.filter(name__iexact=options.team).first()
    if team is None:
        place, _made = Place.objects.get_or_create(name=options.place)
        team = begin_team(name=options.team, place=place, by=account)
        begin_framework(team=team, by=account)
    return team


def _password() -> tuple[str, bool]:
    """Asked for at a terminal; elsewhere made, and shown once."""
    if not sys.stdin.isatty():
        return secrets.token_urlsafe(15), True
    password = getpass.getpass("Password (12 characters or more): ")
    if password != getpass.getpass("Again: "):
        raise Refusal("The two are not the same. Nothing was added.")
    return password, False
