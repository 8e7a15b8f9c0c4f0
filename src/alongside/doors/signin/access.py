"""Who comes in by which door."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from alongside.doors.signin.entrance import DUE
from alongside.doors.signin.request import SignedIn
from alongside.foundation.errors import not_there
from alongside.rooms.accounts.models import Role
from alongside.rooms.accounts.roles import same_door

P = ParamSpec("P")


def for_role(role: Role) -> Callable[[Callable[Concatenate[SignedIn, P], HttpResponse]], Callable[..., HttpResponse]]:
    """Let only one audience in. A stranger goes to sign-in; another audience finds nothing there; a second step that is due comes first."""

    def decorate(view: Callable[Concatenate[SignedIn, P], HttpResponse]) -> Callable[..., HttpResponse]:
        @login_required
        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not same_door(request.user.role, role):  # type: ignore[union-attr]  # login_required let nobody else through
                return not_there(request)
            if request.session.get(DUE):
                return redirect("mfa_index")
            return view(request, *args, **kwargs)  # type: ignore[arg-type]  # it is SignedIn from here on

        return inner

    return decorate
