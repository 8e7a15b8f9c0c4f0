"""Coming in and going out. Until a code is given, every link looks and does the same, and a GET does nothing at all."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from alongside.doors.mine.forms import CodeForm
from alongside.doors.mine.sitting import Sitting, closed, drop_cookie, for_guest, keep_cookie
from alongside.rooms.sharing.acts import ask_for_code, end_sitting, give_code


def arrive(request: HttpRequest, token: str) -> HttpResponse:
    """A link was opened, by its owner or a mail scanner: only asking for a code does anything, and it answers everyone alike."""
    if request.method == "POST":
        ask_for_code(token=token)
        return redirect("mine:code", token)
    return render(request, "mine/ask.html", {"token": token, "leave_to": settings.LEAVE_TO})


def code(request: HttpRequest, token: str) -> HttpResponse:
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        key = give_code(token=token, code=form.cleaned_data["code"])
        if key:
            answer = redirect("mine:front")
            keep_cookie(answer, key)
            return answer
        form.add_error("code", _("This code does not open the page. Look at it again, or ask for a new one."))
    return render(request, "mine/code.html", {"token": token, "form": form}, status=422 if form.errors else 200)


@for_guest
def leave(request: Sitting) -> HttpResponse:
    """Close the page in this browser. Where a script runs, the browser is somewhere else already."""
    if request.method != "POST":
        return redirect("mine:front")
    end_sitting(sitting=request.guest.sitting)
    answer = redirect("mine:left")
    drop_cookie(answer)
    return answer


def left(request: HttpRequest) -> HttpResponse:
    """Nothing but a way on. It is the same page as before a code."""
    return closed(request)


def nowhere(request: HttpRequest) -> HttpResponse:
    return closed(request)
