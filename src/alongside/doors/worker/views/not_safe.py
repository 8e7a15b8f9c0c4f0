"""Someone is not safe: numbers to ring, at once, also when nothing else works. Never a form, never a score."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.teams.models import Member, SafetyNumber, Team


@require_GET
def not_safe(request: HttpRequest) -> HttpResponse:
    """The place's own numbers, open to anyone; who is on hand, for a member of a team."""
    response = render(request, "worker/not_safe.html", {"numbers": _numbers(), "on_hand": _on_hand(request)})
    response["Cache-Control"] = "no-store"
    return response


def _kept_beside() -> Path:
    return Path(settings.INSTALLATION) / "safety-numbers.json"


def _numbers() -> list[dict[str, Any]]:
    """From the database, and kept beside it for when it does not answer."""
    try:
        numbers: list[dict[str, Any]] = [dict(row) for row in SafetyNumber.objects.values("label", "number", "hours")]
    except DatabaseError:
        return list(json.loads(_kept_beside().read_text())) if _kept_beside().exists() else []
    kept = json.dumps(numbers)
    if not _kept_beside().exists() or _kept_beside().read_text() != kept:
        _kept_beside().write_text(kept)
    return numbers


def _on_hand(request: HttpRequest) -> list[Member]:
    try:
        if not request.user.is_authenticated:
            return []
        viewer = Viewer(account=request.user, on=timezone.localdate())
        mine = Team.objects.visible_to(viewer)
        return list(Member.objects.current(viewer.on).filter(team__in=mine).exclude(account=request.user).select_related("account"))
    except DatabaseError:
        return []
