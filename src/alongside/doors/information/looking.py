"""Who opened this person; what did this account open: from the journal, in pages, by its own indexes."""

from datetime import timedelta
from typing import Any, NamedTuple

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from alongside.doors.information.forms import ConcernForm, ReferenceForm
from alongside.doors.information.words import ground_in_words, in_words
from alongside.doors.signin.access import for_role
from alongside.doors.signin.request import SignedIn
from alongside.rooms.accounts.models import Account, Role
from alongside.rooms.journal.acts import note_read, subject_of, write_entry
from alongside.rooms.journal.models import Entry
from alongside.rooms.people.models import Person

A_PAGE = 100
CONCERNED, OPEN_FOR = "information.account_looked_into", timedelta(hours=1)
leads = for_role(Role.INFORMATION_LEAD)


class Look(NamedTuple):
    at: Any
    who: str
    what: str
    ground: str
    ref: str = ""


def _page(rows: Any, before: str | None) -> tuple[list[Entry], int | None]:
    """The newest A_PAGE before an entry, and where the next page begins: by an index, however long the journal is."""
    last = Entry.objects.filter(pk=int(before[:18])).first() if before and before.isdecimal() else None
    if last:
        rows = rows.filter(Q(at__lt=last.at) | Q(at=last.at, pk__lt=last.pk))
    found = list(rows.order_by("-at", "-pk")[: A_PAGE + 1])
    return found[:A_PAGE], found[A_PAGE - 1].pk if len(found) > A_PAGE else None


def who_looked(person: Person, before: str | None) -> tuple[list[Look], int | None]:
    entries, more = _page(Entry.objects.filter(subject=subject_of(person)).select_related("by__organisation"), before)
    looks = [Look(one.at, _known_as(one.by), in_words(one.act), ground_in_words(one.ground)) for one in entries]
    return looks, more


def _known_as(account: Account | None) -> str:
    if account is None:
        return _("the person themself")
    parts = [account.called, account.job, account.organisation.name if account.organisation else ""]
    return ", ".join(part for part in parts if part)


@require_http_methods(["GET", "POST"])
@leads
def people(request: SignedIn) -> HttpResponse:
    """Someone, by their reference. There is no list of people here, and no search by name."""
    form = ReferenceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = Person.objects.filter(ref=form.cleaned_data["ref"].strip().lower()).first()
        if person:
            return redirect("information:person", person.ref)
        form.add_error("ref", _("Nobody has this reference. Check each letter."))
    return render(request, "information/people.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@leads
def account(request: SignedIn) -> HttpResponse:
    """What an account opened: for a concern that is stated, and stands in the journal. Open for an hour."""
    form = ConcernForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        one: Account = form.cleaned_data["account"]
        write_entry(act=CONCERNED, by=request.user, subject=one, reason=form.cleaned_data["concern"])
        return redirect("information:account_opened", one.pk)
    return render(request, "information/account.html", {"form": form}, status=422 if form.errors else 200)


@require_GET
@leads
def account_opened(request: SignedIn, pk: int) -> HttpResponse:
    one = get_object_or_404(Account, pk=pk)
    since = timezone.now() - OPEN_FOR
    if not Entry.objects.filter(by=request.user, act=CONCERNED, subject=subject_of(one), at__gte=since).exists():
        messages.info(request, _("Say what the concern is. It opens for an hour."))
        return redirect("information:account")
    entries, more = _page(Entry.objects.filter(by=one, kind=Entry.Kind.READ), request.GET.get("before"))
    refs = {entry.subject.removeprefix("people.person:") for entry in entries if entry.subject.startswith("people.person:")}
    called = dict(Person.objects.filter(ref__in=refs).values_list("ref", "called"))
    looks = []
    for entry in entries:
        ref = entry.subject.removeprefix("people.person:")
        looks.append(Look(entry.at, called.get(ref, ""), in_words(entry.act), ground_in_words(entry.ground), ref if ref in called else ""))
    note_read(act="information.account_opened", by=request.user, subject=one, ground="concern")
    return render(request, "information/account_opened.html", {"account": one, "looks": looks, "more": more})
