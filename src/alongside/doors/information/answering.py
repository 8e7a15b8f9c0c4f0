"""What waits for an answer in words: a complaint, an objection, and what the person asked for on their own page."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.core.calendar import months_later
from alongside.doors.information.carrying_out import carried_out
from alongside.doors.information.forms import AnswerForm, ObjectionAnswerForm
from alongside.doors.information.looking import leads
from alongside.doors.signin.request import SignedIn
from alongside.rooms.people.models import Person
from alongside.rooms.rights.acts import answer_complaint, take_access_request
from alongside.rooms.rights.models import Complaint
from alongside.rooms.sharing.acts import answer_asked, answer_objection
from alongside.rooms.sharing.models import Asked, Objection


def _page(request: SignedIn, row: Any, person: Person, form: Any, what: str, **more: Any) -> HttpResponse:
    context = {"row": row, "person": person, "form": form, "what": what, **more}
    return render(request, "information/answer.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@leads
def complaint(request: SignedIn, pk: int) -> HttpResponse:
    one, form = get_object_or_404(Complaint.objects.select_related("person"), pk=pk), AnswerForm(request.POST or None)
    if request.method == "POST" and carried_out(form, answer_complaint, complaint=one, by=request.user):
        return redirect("information:person", one.person.ref)
    return _page(request, one, one.person, form, _("A complaint"))


@require_http_methods(["GET", "POST"])
@leads
def objection(request: SignedIn, pk: int) -> HttpResponse:
    """Against something that was shared without a duty."""
    one = get_object_or_404(Objection.objects.select_related("telling__person"), pk=pk)
    form = ObjectionAnswerForm(request.POST or None)
    if request.method == "POST" and carried_out(form, answer_objection, objection=one, by=request.user):
        return redirect("information:waiting")
    return _page(request, one, one.telling.person, form, _("They object"), about=one.telling)


@require_http_methods(["GET", "POST"])
@leads
def asked(request: SignedIn, pk: int) -> HttpResponse:
    """To put something right, to take something out, or for everything: that begins the clock of the day on which they asked."""
    one, form = get_object_or_404(Asked.objects.select_related("person"), pk=pk), AnswerForm(request.POST or None)
    everything = one.kind == Asked.Kind.EVERYTHING
    if request.method == "POST" and everything and request.POST.get("do") == "begin" and one.answered_at is None:
        return _begin(request, one)
    if request.method == "POST" and carried_out(form, answer_asked, asked=one, by=request.user):
        return redirect("information:waiting")
    return _page(request, one, one.person, form, str(one.get_kind_display()).capitalize(), everything=everything)


def _begin(request: SignedIn, one: Asked) -> HttpResponse:
    on = timezone.localdate(one.at)
    begun = take_access_request(person=one.person, asked_on=on, today=request.viewer.on, how=_("On their own page"), by=request.user)
    day = date_format(months_later(on, 1), "j F Y")
    answer_asked(asked=one, answer=_("We put it together for you. You have it by %(day)s.") % {"day": day}, by=request.user)
    return redirect("information:access_request", begun.pk)
