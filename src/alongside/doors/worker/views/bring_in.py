"""People a team already works with, from a spreadsheet: choose it, look at what would come in, bring them in."""

from collections.abc import Generator
from contextlib import closing

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.core.spreadsheet.arriving_row import ArrivingRow
from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.forms.bring_in import FileForm
from alongside.doors.worker.opening import for_workers
from alongside.doors.worker.preview import preview
from alongside.doors.worker.uploads import discard, fetch, keep
from alongside.rooms.arrivals.acts import Brought, Progress, bringing_in
from alongside.rooms.arrivals.errors import ArrivalError
from alongside.rooms.teams.models import Team

HERE = "<!-- how far it is -->"


@require_http_methods(["GET", "POST"])
@for_workers
def bring_in(request: SignedIn) -> HttpResponse:
    """Choose the file. Nothing comes in yet."""
    in_a_team = Team.objects.visible_to(request.viewer).exists()
    form = FileForm(request.POST or None, request.FILES or None, viewer=request.viewer)
    if in_a_team and form.is_valid():
        name, raw = form.cleaned_data["file"]
        token = keep(by=request.user, team=form.cleaned_data["team"], name=name, raw=raw)
        return redirect("worker:bring_in_look", token)
    return render(request, "worker/bring_in.html", {"form": form, "in_a_team": in_a_team}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@for_workers
def bring_in_look(request: SignedIn, token: str) -> HttpResponse:
    """What would come in, and bringing it in. A file of someone else's and one that is gone get the same answer."""
    upload = fetch(by=request.user, token=token)
    team = Team.objects.visible_to(request.viewer).filter(ref=upload.team).first() if upload else None
    if upload is None or team is None:
        return render(request, "worker/bring_in_gone.html", status=404)
    look = preview(upload, team=team, on=request.viewer.on, choices=request.POST or None)
    if request.POST.get("do") == "bring_in" and look.may_come_in() and look.looked:
        return StreamingHttpResponse(_going(request, team, look.looked.rows, token))  # type: ignore[return-value]  # as good an answer as any
    context = {"look": look, "looked": look.looked, "form": look.form, "table": look.table, "team": team}
    return render(request, "worker/bring_in_look.html", context, status=422 if look.form.errors else 200)


def _going(request: SignedIn, team: Team, rows: tuple[ArrivingRow, ...], token: str) -> Generator[str, None, None]:
    """The page as it happens: how far it is, then what came of it. Leaving the page before the end stops it, and leaves nothing."""
    before, after = render_to_string("worker/bring_in_going.html", {"team": team}, request).split(HERE)
    yield before
    context = {"team": team, "token": token}
    try:
        with closing(bringing_in(team=team, by=request.user, rows=rows, on=request.viewer.on)) as going:
            brought = yield from _steps(going)
        discard(by=request.user, token=token)
        context |= {"brought": brought}
    except ArrivalError as refused:
        context |= {"refused": str(refused)}
    yield render_to_string("worker/_brought.html", context) + after


def _steps(going: Generator[Progress, None, Brought]) -> Generator[str, None, Brought]:
    while True:
        try:
            done, of = next(going)
        except StopIteration as end:
            brought: Brought = end.value
            return brought
        far = _("%(done)s of %(of)s. To stop, stop the page loading: then nobody comes in.") % {"done": f"{done:,}", "of": f"{of:,}"}
        yield format_html("<p>{}</p>\n", far)
