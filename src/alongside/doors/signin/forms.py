from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from alongside.doors.signin import guessing
from alongside.rooms.accounts.models import Account


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
        came_from = self.request.META.get("REMOTE_ADDR", "")
        if guessing.too_many(said["email"], came_from):
            raise forms.ValidationError(_("That was tried too often from here. Wait ten minutes, then try again."))
        account = authenticate(self.request, username=said["email"], password=said["password"])
        if not isinstance(account, Account):
            guessing.refused(said["email"], came_from)
            raise forms.ValidationError(_("That e-mail and password do not go together. Check both and try again."))
        self.account = account
        return said
