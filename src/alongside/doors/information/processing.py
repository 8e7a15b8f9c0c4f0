"""The record of processing and the data protection impact assessment, made from what the code says of itself; and retention."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from alongside.core.why import Purpose
from alongside.doors.information.carrying_out import carried_out
from alongside.doors.information.forms import RuleForm
from alongside.doors.information.looking import leads
from alongside.doors.signin.request import SignedIn
from alongside.rooms.people.holdings import all_holdings
from alongside.rooms.rights.acts import set_rule
from alongside.rooms.rights.models import RetentionRule
from alongside.rooms.sharing.models import Basis
from alongside.rooms.teams.models import Place

RISKS = [
    (
        _("Someone dangerous finds a person through the product."),
        _(
            "No address is kept of someone somewhere safe. Sealed people are in no search. "
            "A link opens nothing without a code; no message names the service."
        ),
    ),
    (
        _("Somebody looks at a story without a reason."),
        _("One gate in the database, an entry for every opening, a limit on searching, and the person sees who looked."),
    ),
    (
        _("A person is judged by what was written about them."),
        _("No scores, no states of an old system. Their words are set apart; what they see differently stands beside ours."),
    ),
    (
        _("Words are lost, changed or made up."),
        _("Drafts are kept on the device, nothing is overwritten silently, and the journal finds what was changed or cut off."),
    ),
    (
        _("More is kept, or longer, than is needed."),
        _("Every field states why it is kept. Rules say how long, and somebody looks before anything goes."),
    ),
]


@require_GET
@leads
def processing(request: SignedIn) -> HttpResponse:
    """What is kept, why, on what basis, how long, who sees it: generated, so that it is never out of date."""
    rules = {rule.label: rule for rule in RetentionRule.objects.all()}
    held = [(one, rules.get(one.label) or rules.get("people.Person")) for one in all_holdings()]
    counted = {purpose: sum(why.purpose == purpose for one, _held_by in held for why in one.why.values()) for purpose in Purpose}
    context: dict[str, Any] = {
        "place": Place.objects.order_by("pk").first(),
        "bases": Basis.objects.filter(to_on=None),
        "held": held,
        "counted": counted,
        "risks": RISKS,
        "today": request.viewer.on,
    }
    return render(request, "information/processing.html", context)


@require_http_methods(["GET", "POST"])
@leads
def retention(request: SignedIn) -> HttpResponse:
    """How long each kind of record is kept after the end, and why."""
    place, form = Place.objects.order_by("pk").first(), RuleForm(request.POST or None)
    if request.method == "POST" and carried_out(form, set_rule, place=place, by=request.user):
        return redirect("information:retention")
    titles = {one.label: one.title for one in all_holdings()}
    rules = [(rule, titles.get(rule.label, rule.label)) for rule in RetentionRule.objects.filter(place=place)]
    return render(request, "information/retention.html", {"rules": rules, "form": form}, status=422 if form.errors else 200)
