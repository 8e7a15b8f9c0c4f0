"""Passkeys: kept by the device, opened by a finger, a face or its own code. What the browser says of them is checked, not trusted."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AddWebAuthnForm, LoginWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

BROKEN = (KeyError, TypeError, ValueError, OverflowError, AttributeError)  # what nonsense makes of the parts that read it


class NewPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """Every one can sign in alone, so every one asks for the finger, the face or the code of its device."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields.pop("passwordless", None)
        self.fields["name"] = forms.CharField(
            label=_("What to call it"),
            max_length=40,
            required=False,
            help_text=_("So that you know it again: my phone, the laptop at the hub."),
        )
        self.initial["name"] = get_adapter().generate_authenticator_name(self.user, Authenticator.Type.WEBAUTHN)

    def clean(self) -> dict[str, Any]:
        self.cleaned_data["passwordless"] = True
        try:
            return dict(super().clean())
        except BROKEN as fault:
            raise get_adapter().validation_error("incorrect_code") from fault


class PasskeyForm(LoginWebAuthnForm):  # type: ignore[misc]
    def clean_credential(self) -> Authenticator:
        try:
            return super().clean_credential()
        except BROKEN as fault:
            raise get_adapter().validation_error("incorrect_code") from fault
