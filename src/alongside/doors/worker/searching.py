"""What every search passes through: the journal, and a limit."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from alongside.doors.signin.request import SignedIn
from alongside.rooms.finding.errors import TooManySearches
from alongside.rooms.finding.searches import WINDOW, note_search

LONGEST = 200  # characters


def sought_in(request: SignedIn, name: str) -> str:
    """What was typed, on one line. PostgreSQL takes no null byte."""
    return request.GET.get(name, "").replace("\0", "").strip()[:LONGEST]


def searches(name: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Tell the journal of a search, where something was typed under `name`; after too many answer 429, whatever was sought."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def inner(request: SignedIn, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                if sought_in(request, name):
                    note_search(by=request.user)
            except TooManySearches:
                page = render(request, "worker/too_many_searches.html", status=429)
                page["Retry-After"] = str(int(WINDOW.total_seconds()))
                return page
            return view(request, *args, **kwargs)

        return inner

    return decorate
