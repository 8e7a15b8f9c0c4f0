"""What can be done with invitations."""

import hashlib
import secrets
from collections.abc import Callable
from datetime import timedelta
from smtplib import SMTPException

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.rooms.accounts.acts import add_account, set_password
from alongside.rooms.accounts.models import Account, Role
from alongside.rooms.invitations.models import Invitation
from alongside.rooms.journal.acts import write_entry


class InvitationError(Exception):
    """Why an invitation opens nothing, or did not go out, in words for whoever holds or sends it."""


@transaction.atomic
def add_and_tell(*, email: str, called: str, role: Role, by: Account) -> Account:
    """Add an account with no password. Raises AccountError."""
    account = add_account(email=email, called=called, role=role)
    write_entry(act="invitations.account_added", by=by, subject=account)
    return account


@transaction.atomic
def make_invitation(*, account: Account, by: Account | None) -> str:
    """End whatever invitation is open, make another, and return the token of its link: only now can it be read.

    Raises InvitationError for an account that is closed.
    """
    if not Account.objects.select_for_update().filter(pk=account.pk, is_active=True).exists():
        raise InvitationError(_("This account is closed."))
    now = timezone.now()
    Invitation.objects.filter(account=account, ended_at=None).update(ended_at=now)
    token = secrets.token_urlsafe(32)
    until = now + timedelta(days=settings.INVITATION_DAYS)
    made = Invitation.objects.create(account=account, by=by, digest=_digest(token), made_at=now, expires_at=until)
    write_entry(act="invitations.invitation_made", by=by, subject=made)
    return token


@transaction.atomic
def begin_afresh(*, account: Account, by: Account) -> None:
    """Take out every way in which somebody signs in who has lost them, or had them taken: only an invitation opens then."""
    Authenticator.objects.filter(user=account).delete()
    SocialAccount.objects.filter(user=account).delete()
    account.set_unusable_password()
    account.save(update_fields=["password"])
    write_entry(act="invitations.ways_in_taken_out", by=by, subject=account)


def send_invitation(*, account: Account, by: Account | None, address_of: Callable[[str], str]) -> Invitation:
    """Make an invitation and send it. address_of: the whole address of the page for a token.

    Raises InvitationError where the message could not be sent: the invitation stands, and another can be sent.
    """
    token = make_invitation(account=account, by=by)
    made = Invitation.objects.get(digest=_digest(token))
    until = date_format(timezone.localtime(made.expires_at), "j F Y")
    told = {"called": account.called, "address": address_of(token), "until": until}
    try:
        send_mail(_("You are asked in to Alongside"), _message() % told, None, [account.email])
    except (SMTPException, OSError) as fault:
        write_entry(act="invitations.message_not_sent", by=by, subject=made)
        raise InvitationError(_("The message could not be sent. Nothing is lost: send it again in a while.")) from fault
    return made


def _message() -> str:
    return _(
        "Hello %(called)s,\n\n"
        "you are asked in to Alongside, which your team works with. Open this address and choose how you sign in:\n\n"
        "%(address)s\n\n"
        "It works once, until %(until)s. If you do not know what this is about, leave it: nothing happens.\n"
    )


def invitation_of(*, token: str) -> Invitation:
    """The open invitation behind a link. Looking at it uses nothing up: those who check mail open every link.

    Raises InvitationError, in words for whoever holds it.
    """
    found = Invitation.objects.select_related("account").filter(digest=_digest(token)).first()
    if found is None:
        raise InvitationError(_("This is no invitation. Open the whole address, as it stands in the message."))
    if found.taken_up:
        raise InvitationError(_("This invitation was taken up already. Sign in as you then chose, or ask for another one."))
    if found.ended_at or found.expires_at <= timezone.now() or not found.account.is_active:
        raise InvitationError(_("This invitation has ended. Ask whoever sent it for another one."))
    return found


@transaction.atomic
def take_up_invitation(*, invitation: Invitation, password: str | None = None) -> Account:
    """Use it up, and keep the password where one is given: of two who hold the link, one comes in.

    Raises InvitationError where it ended meanwhile, AccountError for a password too easily guessed.
    """
    now = timezone.now()
    if not Invitation.objects.still_open(at=now).filter(pk=invitation.pk).update(ended_at=now, taken_up=True):
        raise InvitationError(_("This invitation was taken up already. Sign in as you then chose, or ask for another one."))
    if password is not None:
        set_password(account=invitation.account, password=password)
    write_entry(act="invitations.invitation_taken_up", by=invitation.account, subject=invitation)
    return invitation.account


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
