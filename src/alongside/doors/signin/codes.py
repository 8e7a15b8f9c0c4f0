"""A code from an authenticator app, or a recovery code: asked for, counted, used once."""

import hashlib
from typing import Any

from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.doors.signin import guessing

LONGEST = 20  # letters: six or eight numbers, and whatever is put between them
TOO_OFTEN = _("That was tried too often. Wait ten minutes, then try again; a passkey works at once.")


def _box() -> forms.TextInput:
    return forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "maxlength": LONGEST, "data-draft-leave": ""})


class _Counted:
    """Wrong codes are counted, and one that was right is never right again."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["code"] = forms.CharField(  # type: ignore[attr-defined]  # allauth ships no types
            label=_("Code"), max_length=LONGEST, widget=_box(), help_text=_("From your authenticator app, or one of your recovery codes.")
        )

    def clean_code(self) -> str:
        guess = guessing.code(context.request, self.user)  # type: ignore[attr-defined]  # allauth ships no types
        if guessing.too_many(guess):
            raise forms.ValidationError(TOO_OFTEN)
        try:
            code: str = super().clean_code()  # type: ignore[misc]  # allauth ships no types
            _use_up(self.authenticator, code)  # type: ignore[attr-defined]  # allauth ships no types
        except forms.ValidationError:
            guessing.refused(guess)
            raise
        return code


@transaction.atomic
def _use_up(authenticator: Authenticator, code: str) -> None:
    """Raises ValidationError for the code that came last: of two who send it at once, one comes in. Recovery codes see to it themselves."""
    if authenticator.type != Authenticator.Type.TOTP:
        return
    mark = hashlib.sha256(f"{authenticator.pk} {''.join(filter(str.isdigit, code))}".encode()).hexdigest()
    locked = Authenticator.objects.select_for_update().get(pk=authenticator.pk)
    used = locked.data.get("used", [])
    if mark in used:
        raise forms.ValidationError(_("This code was used already. Wait for the next one."))
    locked.data["used"] = [*used[-3:], mark]  # longer than any of them stays right
    locked.save(update_fields=["data"])


class SignInCodeForm(_Counted, AuthenticateForm):  # type: ignore[misc]  # allauth ships no types
    pass


class CodeAgainForm(_Counted, ReauthenticateForm):  # type: ignore[misc]  # allauth ships no types
    pass


class FirstCodeForm(ActivateTOTPForm):  # type: ignore[misc]  # allauth ships no types
    """The first code of an app: it shows that the app has the secret."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["code"] = forms.CharField(label=_("The code it shows"), max_length=LONGEST, widget=_box())
