"""How somebody comes in, by whichever way: one place that tells the journal, remembers the device and begins the session."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from alongside.doors.signin import sessions
from alongside.doors.signin.devices import device_of, remember
from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry

DUE = "second_step_due"  # in the session: nothing opens until there is one
GONE_OUT = f"{getattr(settings, 'COOKIE_PREFIX', '')}out"  # a cookie
BY_PROVIDER = "signin.signed_in_through_work"
ACTS = {  # the last thing shown: the entry
    "password": "signin.signed_in",
    "totp": "signin.signed_in_with_code",
    "recovery_codes": "signin.signed_in_with_recovery_code",
    "webauthn": "signin.signed_in_with_passkey",
    "socialaccount": BY_PROVIDER,
    "invitation": "signin.signed_in_by_invitation",
}
SAID = {  # what is said after a change to how one signs in
    "mfa/messages/totp_activated.txt": _("From now on a code from your authenticator app is asked for after your password."),
    "mfa/messages/totp_deactivated.txt": _("Your authenticator app is no longer used."),
    "mfa/messages/webauthn_added.txt": _("Your passkey is kept. You can sign in with it alone."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is taken out."),
}


class CodeStage(AuthenticateStage):  # type: ignore[misc]  # allauth ships no types
    """A code after the password. Whoever comes through their work was asked there for what their work asks."""

    def _should_handle(self, request: HttpRequest) -> bool:
        return _shown(request, self.login.user) != "socialaccount" and bool(super()._should_handle(request))


class Entrance(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """What django-allauth asks of the house."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_stages(self) -> list[str]:
        return ["alongside.doors.signin.entrance.CodeStage"]

    def respond_user_inactive(self, request: HttpRequest, user: Account) -> HttpResponse:
        write_entry(act="signin.sign_in_refused", by=None, subject=user)
        messages.error(request, _("This account is closed. Ask whoever looks after Alongside in your place."))
        return redirect("signin:sign_in")

    def login(self, request: HttpRequest, user: Account) -> None:
        """Nobody is in whom the journal has not been told of: it comes first. What was shown is read before a new session forgets it."""
        request.came_by = _shown(request, user)  # type: ignore[attr-defined]
        write_entry(act=ACTS[request.came_by], by=user, subject=user)  # type: ignore[attr-defined]
        super().login(request, user)

    def post_login(self, request: HttpRequest, user: Account, **how: Any) -> HttpResponse:
        """Remember the device, and go where they wanted to go, unless something must come first."""
        shown = request.came_by  # type: ignore[attr-defined]
        sessions.begin(request)
        must = user.role in settings.SECOND_STEP and shown in ("password", "invitation") and not has_second_step(user)
        if must:
            request.session[DUE] = True
        answer = HttpResponseRedirect(reverse("mfa_index") if must else how.get("redirect_url") or onward(request))
        if shown != "socialaccount" or device_of(request):  # a browser that comes from the provider may hold its name back
            remember(request, answer, user)
        answer.delete_cookie(GONE_OUT, samesite="Lax")
        return answer

    def get_reauthentication_methods(self, user: Account) -> list[dict[str, Any]]:
        """A passkey first: it is the least work, and cannot be guessed."""
        return sorted(super().get_reauthentication_methods(user), key=lambda one: not one["id"].endswith("webauthn"))

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *rest: Any, message: str | None = None, **more: Any
    ) -> None:
        said = message or SAID.get(message_template or "")
        if said:
            messages.add_message(request, level, str(said))

    def send_notification_mail(self, *args: Any, **more: Any) -> None:
        """None: a change is in the journal, and the page that made it says so."""


def onward(request: HttpRequest) -> str:
    """Where somebody wanted to go before they were asked to sign in: a page of ours, or the first one."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return wanted if safe else reverse("signin:home")


def note_gone_out(answer: HttpResponse) -> None:
    """Signing out here signs nobody out at their work. So the next time their work is to ask who it is: the laptop may be shared."""
    answer.set_cookie(
        GONE_OUT, "1", max_age=settings.SESSION_COOKIE_AGE, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )


def has_gone_out(request: HttpRequest) -> bool:
    return request.COOKIES.get(GONE_OUT) == "1"


def _shown(request: HttpRequest, user: Account) -> str:
    records = get_authentication_records(request, user)
    last = records[-1] if records else {"method": "password"}
    return str(last.get("type") or last["method"])


def has_second_step(account: Account) -> bool:
    return bool(Authenticator.objects.filter(user=account).exclude(type=Authenticator.Type.RECOVERY_CODES).exists())
