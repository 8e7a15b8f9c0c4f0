from django.db.models import Prefetch
from django.http import HttpResponse

from alongside.doors.mine.forms import TrustForm
from alongside.doors.mine.sitting import Sitting, for_the_person, show
from alongside.doors.mine.views.parts import carried_out, said
from alongside.rooms.sharing.acts import let_in, let_out
from alongside.rooms.sharing.at_the_door import at_the_door
from alongside.rooms.sharing.models import Trusted, TrustedPart


@for_the_person
def trust(request: Sitting) -> HttpResponse:
    """Whom they let into parts of the page. The link is made with a worker, so that nobody is talked into it on a phone."""
    form = TrustForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(form, let_in, person=request.guest.person, by=None):
        return said("trust", "kept")
    parts = Prefetch("parts", queryset=at_the_door(request.guest, TrustedPart))
    rows = at_the_door(request.guest, Trusted).filter(ended_at=None).prefetch_related(parts)
    return show(request, "trust", {"form": form, "rows": rows}, refused=bool(form.errors))


@for_the_person
def out(request: Sitting, pk: int) -> HttpResponse:
    trusted = at_the_door(request.guest, Trusted).filter(pk=pk).first()
    if request.method != "POST" or trusted is None:
        return said("trust", "already")
    let_out(trusted=trusted, by=None)
    return said("trust", "out")
