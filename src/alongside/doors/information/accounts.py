"""Who signs in: asking somebody in, and asking again."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.doors.signin.access import for_role
from alongside.doors.signin.request import SignedIn
from alongside.rooms.accounts.acts import AccountError
from alongside.rooms.accounts.models import Account, Role
from alongside.rooms.invitations.acts import InvitationError, add_and_tell, begin_afresh, send_invitation
from alongside.rooms.invitations.models import Invitation
from alongside.rooms.teams.acts import join_team
from alongside.rooms.teams.models import Team

for_the_lead = for_role(Role.INFORMATION_LEAD)
REFUSED = 422


class AskInForm(forms.Form):
    email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    called = forms.CharField(label=gettext_lazy("What they are called"), max_length=80)
    role = forms.ChoiceField(label=gettext_lazy("What they come for"), choices=Role.choices, initial=Role.WORKER)
    team = forms.ModelChoiceField(Team.objects.none(), label=gettext_lazy("Their team"), required=False, empty_label=gettext_lazy("None"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["team"].queryset = Team.objects.order_by("name")  # type: ignore[attr-defined]  # the stubs know no queryset


@require_GET
@for_the_lead
def accounts(request: SignedIn) -> HttpResponse:
    """Everyone who signs in, and whether they have."""
    waiting = dict(Invitation.objects.still_open(at=timezone.now()).values_list("account", "expires_at"))
    rows = [(one, Role(one.role).label, waiting.get(one.pk)) for one in Account.objects.order_by("called", "pk")]
    return render(request, "information/accounts.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
@for_the_lead
def account_new(request: SignedIn) -> HttpResponse:
    form = AskInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            account = _added(request, form.cleaned_data)
        except AccountError as refusal:
            form.add_error("email", str(refusal))
        else:
            return _sent(request, account)
    return render(request, "information/account_new.html", {"form": form}, status=REFUSED if form.errors else 200)


@require_POST
@for_the_lead
def account_invite(request: SignedIn, pk: int) -> HttpResponse:
    """Ask in again: the link before opens nothing any more. Afresh: nor does any other way in."""
    account = get_object_or_404(Account, pk=pk, is_active=True)
    if "afresh" in request.POST:
        begin_afresh(account=account, by=request.user)
    return _sent(request, account)


@transaction.atomic
def _added(request: SignedIn, said: dict[str, Any]) -> Account:
    account = add_and_tell(email=said["email"], called=said["called"], role=Role(said["role"]), by=request.user)
    if said["team"]:
        join_team(team=said["team"], account=account, on=timezone.localdate(), by=request.user)
    return account


def _sent(request: SignedIn, account: Account) -> HttpResponse:
    try:
        made = send_invitation(account=account, by=request.user, address_of=lambda token: _address(request, token))
    except InvitationError as refusal:
        messages.error(request, str(refusal))
        return redirect("information:accounts")
    told = {"called": account.called, "until": f"{timezone.localtime(made.expires_at):%-d %B}"}
    said = _("%(called)s is asked in, until %(until)s.") % told
    if hasattr(settings, "EMAIL_FILE_PATH"):
        said += " " + _("No mail server is set, so the message lies in the outbox of the installation.")
    messages.success(request, said)
    return redirect("information:accounts")


def _address(request: HttpRequest, token: str) -> str:
    return request.build_absolute_uri(reverse("signin:invited", args=[token]))
