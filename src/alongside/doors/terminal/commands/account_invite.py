from argparse import Namespace

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from alongside.doors.terminal.refusal import Refusal
from alongside.rooms.accounts.models import Account
from alongside.rooms.invitations.acts import InvitationError, send_invitation


def run(options: Namespace) -> int:
    """Ask somebody in again: the link before opens nothing any more."""
    account = Account.objects.filter(email__iexact=options.email).first()
    if account is None:
        raise Refusal(f"{options.email}: there is no such account. Add it: alongside account add {options.email} --role worker --invite")
    return send(account)


def send(account: Account) -> int:
    try:
        made = send_invitation(
            account=account, by=None, address_of=lambda token: settings.ADDRESS + reverse("signin:invited", args=[token])
        )
    except InvitationError as refusal:
        raise Refusal(f"{account.email}: {refusal}") from refusal
    where = getattr(settings, "EMAIL_FILE_PATH", None)
    went = f"No mail server is set, so the message lies in {where}." if where else "The message is sent."
    print(f"{account.email} is asked in until {timezone.localtime(made.expires_at):%-d %B %Y}. {went}")
    return 0
