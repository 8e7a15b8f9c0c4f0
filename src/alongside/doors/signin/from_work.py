"""Single sign-on with the provider of one's work (OpenID Connect): django-allauth's steps, our checks, our refusals.

It leads to an account that is there already, and makes none. The first time, the account is known by an e-mail address that the provider
vouches for; from then on by who they are at the provider, so that an address given on to somebody else opens nothing.
"""

from typing import Any, NoReturn

import requests
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from allauth.socialaccount.providers.oauth2.client import OAuth2Client, OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from alongside.doors.signin import guessing
from alongside.doors.signin.claims import Nonsense, checked_claims, checked_configuration, somebody
from alongside.doors.signin.entrance import has_gone_out, onward
from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry

BROKEN = (Nonsense, OAuth2Error, requests.RequestException, KeyError, TypeError, ValueError, AttributeError)
WORK = "work"  # the one provider
SAID = {  # why not: what is said of it
    "unsound": _(
        "%(name)s answered something that cannot be relied on. Nothing was changed."
        " Try again in a while; if it stays so, tell your IT people."
    ),
    "silent": _("%(name)s does not answer at the moment. Nothing was changed. Try again in a while."),
    "cancelled": _("You left before you were signed in. Nothing was changed."),
    "no such beginning": _("That was begun too long ago, or in another browser. Begin again."),
    "no vouched address": _("%(name)s does not vouch for your e-mail address, so we cannot tell who you are here."),
    "no account": _(
        "%(name)s knows you, but there is no account here with that e-mail address. Ask your information lead for an invitation."
    ),
    "address given on": _("This e-mail address was somebody else's at %(name)s before. Ask your information lead, who can open it to you."),
}


def nonce_of(state: str) -> str:
    """A state is made for one browser and used once; so is the nonce that is made from it."""
    return salted_hmac("alongside.nonce", state, algorithm="sha256").hexdigest()


class AsksWithNonce(OAuth2Client):  # type: ignore[misc]  # allauth ships no types, here and below
    def get_redirect_url(self, authorization_url: str, scope: list[str], extra_params: dict[str, str]) -> str:
        address: str = super().get_redirect_url(authorization_url, scope, {**extra_params, "nonce": nonce_of(str(self.state))})
        return address


class WorkSteps(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    client_class = AsksWithNonce

    @property
    def openid_config(self) -> dict[str, Any]:
        if not hasattr(self, "_checked"):
            asked = self.get_provider()
            told = self._ask(asked.server_url)
            self._checked = checked_configuration(told, issuer=asked.app.settings["issuer"])
        return self._checked

    def _ask(self, address: str, **headers: str) -> Any:
        with FromWork(self.request).get_requests_session() as session:
            answer = session.get(address, headers=headers, allow_redirects=False)
            answer.raise_for_status()
            return answer.json()

    def complete_login(self, request: HttpRequest, app: SocialApp, token: Any, **kwargs: Any) -> SocialLogin:
        """Who came, from a token whose every claim was checked. Raises Nonsense."""
        configuration = self.openid_config
        keys = self._ask(configuration["jwks_uri"])
        nonce = nonce_of(request.GET["state"])
        signed = kwargs["response"].get("id_token")
        said = checked_claims(signed, keys=keys, configuration=configuration, client=app.client_id, nonce=nonce)
        beside = configuration.get("userinfo_endpoint")
        more = self._ask(beside, Authorization=f"Bearer {token.token}") if beside and not said.get("email") else None
        who = somebody(said, more, vouches=settings.PROVIDER_VOUCHES)
        login: SocialLogin = self.get_provider().sociallogin_from_response(request, {"sub": who.key})
        login.vouched_for = who.email
        return login


class WorkProvider(OpenIDConnectProvider):  # type: ignore[misc]
    oauth2_adapter_class = WorkSteps

    def extract_extra_data(self, data: Any) -> dict[str, Any]:
        """Nothing of what a provider tells about somebody is kept but who they are there, hashed."""
        return {}


class FromWork(DefaultSocialAccountAdapter):  # type: ignore[misc]
    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        if not sociallogin.is_existing:
            why = _join(request, sociallogin)
            if why:
                refuse(request, why, SAID[why] % {"name": settings.SINGLE_SIGN_ON[0]})

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: str = "", exception: Exception | None = None, extra_context: Any = None
    ) -> None:
        if error == AuthError.CANCELLED:
            refuse(request, "cancelled", str(SAID["cancelled"]))
        if exception is None and "state" not in (extra_context or {}):
            refuse(request, "no such beginning", str(SAID["no such beginning"]))
        refuse(request, type(exception).__name__ if exception else "refused there", said_of(exception))


def said_of(fault: Exception | None) -> str:
    silent = isinstance(fault, requests.ConnectionError | requests.Timeout)
    return SAID["silent" if silent else "unsound"] % {"name": settings.SINGLE_SIGN_ON[0]}


@transaction.atomic
def _join(request: HttpRequest, login: SocialLogin) -> str:
    """The first time: to the account with the address that the provider vouches for, if nobody else at the provider has it.

    Returns why not, a key of SAID, or nothing.
    """
    if not login.vouched_for:
        return "no vouched address"
    account = Account.objects.select_for_update().filter(email__iexact=login.vouched_for, is_active=True).first()
    if account is None:
        return "no account"
    if SocialAccount.objects.filter(user=account, provider=WORK).exists():
        return "address given on"
    login.connect(request, account)
    write_entry(act="signin.joined_to_work", by=account, subject=account)
    return ""


def refuse(request: HttpRequest, why: str, said: str) -> NoReturn:
    """In words, and in the journal."""
    raise ImmediateHttpResponse(refusal(request, why, said))


def refusal(request: HttpRequest, why: str, said: str) -> HttpResponse:
    guessing.tell_of_nobody(request, act="signin.work_refused", reason=why)
    return render(request, "signin/work_refused.html", {"said": said, "onward": onward(request)}, status=422)


@require_GET
def begin(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To the provider, with a question that only this browser can have answered."""
    try:
        asked = WorkSteps(request, provider_id).get_provider()
        more = {"prompt": "login"} if has_gone_out(request) else {}
        answer: HttpResponse = asked.redirect(request, "login", next_url=onward(request), auth_params=more)
    except SocialApp.DoesNotExist as fault:
        raise Http404 from fault
    except BROKEN as fault:
        return refusal(request, _kind(fault), said_of(fault))
    return answer


@require_GET
def back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """From the provider, with its answer."""
    try:
        steps = WorkSteps(request, provider_id)
        steps.get_provider()
        answer: HttpResponse = OAuth2CallbackView.adapter_view(steps)(request)
    except SocialApp.DoesNotExist as fault:
        raise Http404 from fault
    except BROKEN as fault:
        return refusal(request, _kind(fault), said_of(fault))
    return answer


def _kind(fault: Exception) -> str:
    return str(fault) if isinstance(fault, Nonsense) else type(fault).__name__
