"""How you sign in: passkeys, an authenticator app, recovery codes. django-allauth's views, in our words and with our journal."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ReauthenticateForm
from allauth.account.internal.flows.login import record_authentication
from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import AuthenticateView, IndexView
from allauth.mfa.base.views import ReauthenticateView as CodeAgainView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import AddWebAuthnView, LoginWebAuthnView, ReauthenticateWebAuthnView, RemoveWebAuthnView
from django import forms
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from alongside.doors.signin import guessing
from alongside.doors.signin.entrance import DUE, has_second_step
from alongside.rooms.journal.acts import write_entry

REFUSED = 422


class _Refusing:
    """A form that is shown again says so to the browser, which then keeps what it holds."""

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        answer: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        if answer.status_code == 200:
            answer.status_code = REFUSED
        return answer


class _Told(_Refusing):
    """A change to how one signs in, and its entry: both or neither."""

    act: str
    adds = False

    @transaction.atomic
    def form_valid(self, form: forms.Form) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        request: HttpRequest = self.request  # type: ignore[attr-defined]
        write_entry(act=self.act, by=request.user, subject=request.user)  # type: ignore[arg-type]
        if self.adds:
            record_authentication(request, request.user, "mfa", reauthenticated=True)  # who has just made one need not show it
        if request.session.get(DUE) and has_second_step(request.user):  # type: ignore[arg-type]
            del request.session[DUE]
        return answer


class Ways(IndexView):  # type: ignore[misc]  # allauth ships no types, here and below
    template_name = "signin/ways.html"

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        told = super().get_context_data(**more)
        kept = told["authenticators"]
        codes = kept.get(Authenticator.Type.RECOVERY_CODES)
        return {
            **told,
            "passkeys": kept.get(Authenticator.Type.WEBAUTHN, []),
            "app": kept.get(Authenticator.Type.TOTP),
            "codes": codes and len(codes.get_unused_codes()),
            "due": bool(self.request.session.get(DUE)),
            "passwords": settings.PASSWORDS,
            "from_work": settings.SINGLE_SIGN_ON,
        }


class Code(_Refusing, AuthenticateView):  # type: ignore[misc]
    template_name = "signin/code.html"


class AppNew(_Told, ActivateTOTPView):  # type: ignore[misc]
    template_name = "signin/app_new.html"
    act = "signin.app_added"
    adds = True


class AppOut(_Told, DeactivateTOTPView):  # type: ignore[misc]
    template_name = "signin/app_out.html"
    act = "signin.app_taken_out"


class PasskeyNew(_Told, AddWebAuthnView):  # type: ignore[misc]
    template_name = "signin/passkey_new.html"
    act = "signin.passkey_added"
    adds = True

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        told = super().get_context_data(**more)
        return {**told, "js_data": {"creation_options": auth.begin_registration(self.request.user, True)}}


class PasskeyOut(_Told, RemoveWebAuthnView):  # type: ignore[misc]
    template_name = "signin/passkey_out.html"
    act = "signin.passkey_taken_out"


class PasskeyIn(LoginWebAuthnView):  # type: ignore[misc]
    """Signs in by passkey alone. Asked by our script for what the device is to sign; it answers with what the device signed."""

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        guessing.tell_of_nobody(self.request, act="signin.passkey_refused")
        answer: HttpResponse = super().form_invalid(form)
        return answer


class RecoveryCodes(ViewRecoveryCodesView):  # type: ignore[misc]
    template_name = "signin/recovery_codes.html"


class RecoveryCodesNew(_Told, GenerateRecoveryCodesView):  # type: ignore[misc]
    template_name = "signin/recovery_codes_new.html"
    act = "signin.recovery_codes_made"


class _Again(_Refusing):
    """Where there is nothing to show once more, nothing is asked."""

    def _check_reauthentication_method_available(self, request: HttpRequest) -> HttpResponse | None:
        if not get_adapter().get_reauthentication_methods(request.user):
            return redirect("mfa_index")
        answer: HttpResponse | None = super()._check_reauthentication_method_available(request)  # type: ignore[misc]
        return answer


class PasswordAgainForm(ReauthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        box = forms.PasswordInput(attrs={"autocomplete": "current-password"})
        self.fields["password"] = forms.CharField(label=_("Your password"), strip=False, widget=box)

    def clean_password(self) -> str:
        given = str(self.cleaned_data["password"])
        guess = guessing.password(self.request, self.user.email)
        if guessing.too_many(guess):
            raise forms.ValidationError(_("That was tried too often. Wait ten minutes, then try again."))
        if not self.user.check_password(given):
            guessing.refused(guess)
            raise forms.ValidationError(_("That is not your password. Check it and try again."))
        return given


class PasswordAgain(_Again, ReauthenticateView):  # type: ignore[misc]
    template_name = "signin/again.html"

    def get_form_class(self) -> type[forms.Form]:
        return PasswordAgainForm

    def get_form(self, form_class: type[forms.Form] | None = None) -> forms.Form:
        form: forms.Form = super().get_form(form_class)
        form.request = self.request  # type: ignore[attr-defined]
        return form


class CodeAgain(_Again, CodeAgainView):  # type: ignore[misc]
    template_name = "signin/again.html"


class PasskeyAgain(_Again, ReauthenticateWebAuthnView):  # type: ignore[misc]
    template_name = "signin/again_passkey.html"
