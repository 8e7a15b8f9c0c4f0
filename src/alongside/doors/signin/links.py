"""The example's sign-in links: they exist only where the place is an example, and nothing can switch them on elsewhere.

`Place.is_example` is written once, by the act that makes the example in an empty database; no form, command or setting changes it.
"""

from django.core import signing
from django.urls import reverse

from alongside.rooms.accounts.models import Account
from alongside.rooms.teams.models import Place

SALT = "alongside.example-cast"


def link_of(account: Account) -> str:
    """Return the path that signs in as this member of the cast."""
    return reverse("signin:example_link", args=[signing.dumps(account.pk, salt=SALT)])


def account_of(token: str) -> Account:
    """Raises BadSignature for a token that is none, and for every token where the place is no example."""
    if not Place.objects.filter(is_example=True).exists() or Place.objects.filter(is_example=False).exists():
        raise signing.BadSignature("no example here")
    pk = signing.loads(token, salt=SALT)
    account = Account.objects.filter(pk=pk, is_active=True, email__endswith=".example").first()
    if account is None:
        raise signing.BadSignature("nobody of the cast")
    return account
