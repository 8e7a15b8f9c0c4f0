"""What can be done with accounts."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account, Organisation, Role


class AccountError(Exception):
    """What is wrong with an account, in words for whoever adds it."""


@transaction.atomic
def add_account(
    *,
    email: str,
    called: str,
    role: Role,
    password: str | None = None,
    name: str = "",
    job: str = "",
    organisation: Organisation | None = None,
) -> Account:
    """Add someone who may sign in; without a password they cannot do so by password.

    Raises AccountError for an address that is none or already has an account, and for a password too easily guessed.
    """
    email = email.strip().lower()
    try:
        validate_email(email)
    except ValidationError as error:
        raise AccountError(_("This is no e-mail address. Write one like maya@northbridge.example.")) from error
    if Account.objects.filter(email__iexact=email).exists():
        raise AccountError(_("There is an account with this e-mail address already."))
    account = Account(email=email, called=called.strip() or email.split("@")[0], role=role, name=name, job=job, organisation=organisation)
    if password is not None:
        try:
            validate_password(password, account)
        except ValidationError as error:
            raise AccountError(" ".join(error.messages)) from error
        account.set_password(password)
    else:
        account.set_unusable_password()
    account.save()
    return account
