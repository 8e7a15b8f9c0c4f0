"""What django-allauth asks of the house about passkeys, authenticator apps and recovery codes."""

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alongside.rooms.accounts.models import Account

NAME = "Alongside"


def _box() -> Fernet:
    digest = hashlib.sha256(b"alongside.second-step " + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))


class SecondStep(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Secrets lie encrypted in the database, with a key that lies elsewhere."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("That is not right, or was used already. Wait for the next code, then try again."),
        "cannot_generate_recovery_codes": _("Recovery codes go with an authenticator app or a passkey: add one first."),
    }

    def get_totp_issuer(self) -> str:
        return NAME

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Nothing for what another key has sealed: the code is then wrong, and no page breaks."""
        try:
            return _box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return ""

    def generate_authenticator_name(self, user: Account, type: Authenticator.Type) -> str:
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Passkey") if number == 1 else gettext("Passkey %(number)s") % {"number": number}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": NAME}
