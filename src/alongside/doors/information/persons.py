"""One person, as the information lead sees them: who looked, what they asked for, what holds their story, and erasing it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from alongside.doors.information.carrying_out import carried_out
from alongside.doors.information.forms import AskedForm, ComplaintForm, EraseForm, HoldForm
from alongside.doors.information.looking import leads, who_looked
from alongside.doors.signin.request import SignedIn
from alongside.rooms.journal.acts import note_read
from alongside.rooms.people.models import Person
from alongside.rooms.rights.acts import end_hold, erase_person, hold_back, scrub_storage, take_access_request, take_complaint
from alongside.rooms.rights.models import AccessRequest, Complaint, Hold
from alongside.rooms.sharing.models import BreakGlass

SAID = {
    "asked": (_("They ask for everything we hold"), _("Write it down")),
    "complaint": (_("They complain"), _("Write it down")),
    "hold": (_("Keep it longer"), _("Keep it")),
    "erase": (_("Erase everything"), _("Erase")),
}
FORMS = {"asked": AskedForm, "complaint": ComplaintForm, "hold": HoldForm, "erase": EraseForm}


def _page(request: SignedIn, person: Person, refused: dict[str, Any]) -> HttpResponse:
    looks, more = who_looked(person, request.GET.get("before"))
    context = {
        "person": person,
        "looks": looks,
        "more": more,
        "requests": AccessRequest.objects.of(person).order_by("-pk"),
        "holds": Hold.objects.of(person).filter(ended_at=None),
        "complaints": Complaint.objects.of(person),
        "glass": BreakGlass.objects.of(person).select_related("by"),
    }
    forms = {**{name: form() for name, form in FORMS.items()}, **refused}
    context |= {**forms, "doing": [(name, forms[name], *SAID[name]) for name in FORMS]}
    return render(request, "information/person.html", context, status=422 if refused else 200)


@require_GET
@leads
def person(request: SignedIn, ref: str) -> HttpResponse:
    """Who opened this person. That somebody looked at it stands in the journal too."""
    one = get_object_or_404(Person, ref=ref)
    note_read(act="information.person_opened", by=request.user, subject=one, ground="information lead")
    return _page(request, one, {})


@require_POST
@leads
def person_do(request: SignedIn, ref: str) -> HttpResponse:
    """Write down that they asked for everything, or complained; hold their story back; or erase it."""
    one, do = get_object_or_404(Person, ref=ref), request.POST.get("do", "")
    if do not in FORMS:
        return redirect("information:person", ref)
    form, today = FORMS[do](request.POST), request.viewer.on
    acts: dict[str, Any] = {
        "asked": (take_access_request, {"today": today}),
        "hold": (hold_back, {}),
        "complaint": (take_complaint, {}),
        "erase": (_erase, {}),
    }
    act, known = acts[do]
    if not carried_out(form, act, person=one, by=request.user, **known):
        return _page(request, one, {do: form})
    if do == "erase":
        scrub_storage()
        messages.success(request, _("Erased. The journal keeps that it was done, and no word."))
        return redirect("information:waiting")
    return redirect("information:person", ref)


def _erase(*, sure: bool, **known: Any) -> None:
    erase_person(**known)


@require_POST
@leads
def hold_end(request: SignedIn, pk: int) -> HttpResponse:
    one = get_object_or_404(Hold.objects.select_related("person"), pk=pk)
    end_hold(hold=one, by=request.user)
    return redirect("information:person", one.person.ref)
