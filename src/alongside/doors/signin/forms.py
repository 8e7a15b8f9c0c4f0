from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from alongside.doors.signin import guessing
from alongside.rooms.accounts.models import Account

TOO_OFTEN = _(
    "That was tried too often from here. Wait ten minutes, then try again."
    " On a device on which you have signed in before, and with a passkey, it works at once."
)


class SignInForm(forms.Form):
    """E-mail and password. One answer for every refusal, so that nobody learns who has an account."""

    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "username"}))
    password = forms.CharField(label=_("Password"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}))
    account: Account

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        self.request = request
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if not said.get("email") or not said.get("password"):
            return said
        guess = guessing.password(self.request, said["email"])
        if guessing.too_many(guess):
            raise forms.ValidationError(TOO_OFTEN)
        account = authenticate(self.request, username=said["email"], password=said["password"])
        if not isinstance(account, Account):
            guessing.refused(guess)
            raise forms.ValidationError(_("That e-mail and password do not go together. Check both and try again."))
        self.account = account
        return said
