"""Taking up an invitation. Opening its address does nothing: those who check mail open every address in it."""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from alongside.doors.signin import guessing
from alongside.doors.signin.passwords import NewPasswordForm
from alongside.rooms.accounts.models import Account
from alongside.rooms.invitations.acts import InvitationError, invitation_of, take_up_invitation

REFUSED = 422


@require_http_methods(["GET", "POST"])
def invited(request: HttpRequest, token: str) -> HttpResponse:
    """A password, or none: then a passkey is the first thing to be made."""
    try:
        invitation = invitation_of(token=token)
        with_password = request.method == "POST" and "without" not in request.POST and settings.PASSWORDS
        form = NewPasswordForm(request.POST if with_password else None, account=invitation.account)
        if request.method == "POST" and (not with_password or form.is_valid()):
            account = take_up_invitation(invitation=invitation, password=form.cleaned_data["password"] if with_password else None)
            return _come_in(request, account, "signin:home" if with_password else "mfa_index")
    except InvitationError as refusal:
        return _refused(request, refusal)
    said = {"form": form if settings.PASSWORDS else None, "until": invitation.expires_at, "from_work": settings.SINGLE_SIGN_ON}
    return render(request, "signin/invited.html", said, status=REFUSED if form.errors else 200)


def _come_in(request: HttpRequest, account: Account, onward: str) -> HttpResponse:
    if request.user.is_authenticated:
        logout(request)
    record_authentication(request, account, "invitation")
    answer: HttpResponse = perform_login(request, Login(user=account, redirect_url=reverse(onward)))
    return answer


def _refused(request: HttpRequest, refusal: InvitationError) -> HttpResponse:
    guessing.tell_of_nobody(request, act="invitations.invitation_refused")
    return render(request, "signin/not_invited.html", {"said": str(refusal)}, status=REFUSED)
