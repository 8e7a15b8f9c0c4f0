from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.carrying_out import carried_out
from alongside.doors.worker.costs_of_recording import writing_up
from alongside.doors.worker.forms.alongside import FrameworkForm, NumberForm
from alongside.doors.worker.opening import for_workers
from alongside.rooms.framework.acts import write_framework
from alongside.rooms.framework.models import Framework
from alongside.rooms.framework.rules import TWO_RULES
from alongside.rooms.teams.acts import TeamError, say_number
from alongside.rooms.teams.models import Member, Team


@require_GET
@for_workers
def team(request: SignedIn) -> HttpResponse:
    """Who is in the team, what it decides by, and whom it asks beyond that."""
    teams = []
    for one in Team.objects.visible_to(request.viewer):
        members = (
            Member.objects.current(request.viewer.on).filter(team=one).select_related("account__organisation").order_by("account__called")
        )
        versions = list(Framework.objects.visible_to(request.viewer).filter(team=one).newest_first().select_related("by"))
        asked = one.decision_makers.filter(to_on=None).select_related("account__organisation")
        authorities = one.authorities.select_related("beyond")
        known = {"members": members, "versions": versions, "authorities": authorities, "decision_makers": asked}
        mine = next((member.phone for member in members if member.account_id == request.user.pk), "")
        number = NumberForm(initial={"phone": mine}, prefix=one.ref)["phone"]
        teams.append({"team": one, **known, **writing_up(one, request.viewer), "number": number})
    return render(request, "worker/team.html", {"teams": teams, "two_rules": TWO_RULES})


@require_POST
@for_workers
def team_number(request: SignedIn, ref: str) -> HttpResponse:
    """The number on which people I walk with ring me: their own page shows it."""
    current = Member.objects.current(request.viewer.on).filter(account=request.user)
    member = get_object_or_404(current.filter(team__in=Team.objects.visible_to(request.viewer)), team__ref=ref)
    try:
        say_number(member=member, phone=request.POST.get(f"{ref}-phone", ""), by=request.user)
        messages.success(request, _("Kept. It stands on the own page of people you lead with."))
    except TeamError as refusal:
        messages.info(request, str(refusal))
    return redirect("worker:team")


@require_GET
@for_workers
def framework(request: SignedIn, ref: str, version: int) -> HttpResponse:
    """One version of a team's framework, as it was."""
    one = get_object_or_404(Framework.objects.visible_to(request.viewer).select_related("team", "by"), team__ref=ref, version=version)
    return render(request, "worker/framework.html", {"framework": one, "two_rules": TWO_RULES})


@require_http_methods(["GET", "POST"])
@for_workers
def framework_change(request: SignedIn, ref: str) -> HttpResponse:
    """Write a new version of the principles. The two rules cannot be edited."""
    one = get_object_or_404(Team.objects.visible_to(request.viewer), ref=ref)
    newest = one.frameworks.newest_first().first()
    lines = "\n".join(newest.principles) if newest else ""
    now = {"purpose": newest.purpose if newest else "", "principles": lines, "since_version": newest.version if newest else 0}
    form = FrameworkForm(request.POST or None, initial=now)
    if request.method == "POST" and carried_out(form, write_framework, team=one, by=request.user):
        return redirect("worker:team")
    if newest and form.non_field_errors():
        form.now_beside(newest.version)
    context = {"team": one, "form": form, "two_rules": TWO_RULES, "newest": newest}
    return render(request, "worker/framework_change.html", context, status=422 if form.errors else 200)
