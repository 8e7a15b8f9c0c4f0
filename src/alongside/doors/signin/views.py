from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.doors.signin import sessions
from alongside.doors.signin.entrance import note_gone_out, onward
from alongside.doors.signin.forms import SignInForm
from alongside.doors.signin.links import account_of
from alongside.doors.signin.request import SignedIn
from alongside.rooms.accounts.roles import row_of
from alongside.rooms.journal.acts import write_entry


@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    form = SignInForm(request.POST or None, request=request) if settings.PASSWORDS else None
    if form and request.method == "POST" and form.is_valid():
        credentials = {"email": form.account.email}
        answer: HttpResponse = perform_password_login(request, credentials, Login(user=form.account, redirect_url=onward(request)))
        return answer
    said = {"form": form, "onward": onward(request), "from_work": settings.SINGLE_SIGN_ON}
    return render(request, "signin/sign_in.html", said, status=422 if form and form.errors else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        write_entry(act="signin.signed_out", by=request.user, subject=request.user)
    logout(request)
    answer = redirect(f"{reverse('signin:sign_in')}?out=1")  # where the browser forgets its copy of the key
    note_gone_out(answer)
    return answer


@require_GET
@login_required
def home(request: SignedIn) -> HttpResponse:
    """To the door of whoever comes in; whose door is not built yet is told so."""
    door = row_of(request.user.role).door
    return redirect(door) if door else render(request, "signin/no_door_yet.html")


@require_GET
def example_link(request: HttpRequest, token: str) -> HttpResponse:
    """Sign in as one of the cast of an example place; in any other installation there is nothing here."""
    try:
        account = account_of(token)
    except signing.BadSignature as error:
        raise Http404 from error
    login(request, account, backend="django.contrib.auth.backends.ModelBackend")
    sessions.begin(request)
    write_entry(act="signin.signed_in_as_cast", by=account, subject=account)
    return redirect("signin:home")
