"""What can be done with accounts."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account, DeviceKey, Organisation, Role, SavedForm


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


def set_password(*, account: Account, password: str) -> None:
    """Raises AccountError for a password too easily guessed."""
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise AccountError(" ".join(error.messages)) from error
    account.set_password(password)
    account.save(update_fields=["password"])


def key_for_device(*, account: Account, device: str) -> DeviceKey:
    """The account's key on a device, made when it is first asked for. One that has ended is never given again."""
    found = DeviceKey.objects.filter(account=account, device=device, ended_at=None).first()
    if found:
        found.save(update_fields=["asked_at"])
        return found
    try:
        with transaction.atomic():
            return DeviceKey.objects.create(account=account, device=device)
    except IntegrityError:  # asked for in another tab in this moment
        return DeviceKey.objects.get(account=account, device=device, ended_at=None)


def end_device_key(*, key: DeviceKey) -> None:
    """Destroy the key: what was sealed with it on that device stays sealed for ever."""
    DeviceKey.objects.filter(pk=key.pk, ended_at=None).update(key=b"", ended_at=timezone.now())


def saved_for_the_first_time(*, account: Account, mark: str) -> bool:
    """Whether this form was not carried out before. Called in the transaction that carries it out: both or neither."""
    try:
        with transaction.atomic():
            SavedForm.objects.create(account=account, mark=mark)
    except IntegrityError:
        return False
    return True
