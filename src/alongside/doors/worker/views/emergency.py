"""Opening a story in an emergency, by a worker who may not see it otherwise."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.forms.sharing import EmergencyForm
from alongside.doors.worker.opening import for_workers
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.journal.models import Entry
from alongside.rooms.sharing.acts import break_glass
from alongside.rooms.sharing.errors import SharingError

TRIED = "sharing.glass_tried"
A_DAY, MOST = timedelta(days=1), 5  # tries by one account in a day, whether or not they opened anything


@require_http_methods(["GET", "POST"])
@for_workers
def emergency(request: SignedIn) -> HttpResponse:
    """A reference and a reason. Every try is in the journal; a reference that leads to nobody is answered like one that is sealed."""
    form = EmergencyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        tried = Entry.objects.filter(by=request.user, act=TRIED, at__gte=timezone.now() - A_DAY).count()
        if tried >= MOST:
            form.add_error(None, _("You have tried this five times since yesterday. Ring the information lead."))
        else:
            write_entry(act=TRIED, by=request.user, subject=request.user)
            try:
                glass = break_glass(by=request.user, **form.cleaned_data)
            except SharingError as refusal:
                form.add_error(None, str(refusal))
            else:
                return redirect("worker:person", glass.person.ref)
    return render(request, "worker/emergency.html", {"form": form}, status=422 if form.errors else 200)
