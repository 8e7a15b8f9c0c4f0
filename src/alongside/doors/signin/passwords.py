"""A password of one's own: chosen when one is asked in, and changed later."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from alongside.doors.signin.request import SignedIn
from alongside.rooms.accounts.acts import set_password
from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry

REFUSED = 422


class NewPasswordForm(forms.Form):
    password = forms.CharField(
        label=_("A password of your own"),
        strip=False,
        max_length=200,
        help_text=_("12 letters or more. Three or four words that do not belong together are good, and easy to keep in mind."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, account: Account, **more: Any) -> None:
        self.account = account
        super().__init__(*args, **more)

    def clean_password(self) -> str:
        given = str(self.cleaned_data["password"])
        validate_password(given, self.account)
        return given


@require_http_methods(["GET", "POST"])
@login_required
@reauthentication_required(app="allauth.mfa")  # type: ignore[untyped-decorator]  # allauth ships no types
def password(request: SignedIn) -> HttpResponse:
    """Change it, or begin to have one. Everywhere else this account is signed out."""
    if not settings.PASSWORDS:
        raise Http404
    form = NewPasswordForm(request.POST or None, account=request.user)
    if request.method == "POST" and form.is_valid():
        _change(request, form.cleaned_data["password"])
        messages.success(request, gettext("Your new password is kept. Everywhere else you are signed out."))
        return redirect("mfa_index")
    return render(request, "signin/password.html", {"form": form}, status=REFUSED if form.errors else 200)


@transaction.atomic
def _change(request: SignedIn, given: str) -> None:
    set_password(account=request.user, password=given)
    write_entry(act="signin.password_changed", by=request.user, subject=request.user)
    update_session_auth_hash(request, request.user)
