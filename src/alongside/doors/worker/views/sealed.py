"""Someone sealed: named accounts alone see that there is anybody."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.carrying_out import carried_out
from alongside.doors.worker.forms.sharing import SealForm
from alongside.doors.worker.opening import opens_person
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.acts import end_name, seal_person, unseal_person
from alongside.rooms.sharing.errors import SharingError
from alongside.rooms.sharing.models import Named


def _page(request: SignedIn, person: Person, form: SealForm, refused: str = "") -> HttpResponse:
    named = (
        Named.objects.of(person)
        .filter(ended_at=None)
        .select_related("account__organisation")
        .prefetch_related("account__memberships__team")
    )
    context = {"person": person, "form": form, "named": named, "refused": refused}
    return render(request, "worker/sealed.html", context, status=422 if form.errors or refused else 200)


@require_http_methods(["GET", "POST"])
@opens_person
def sealed(request: SignedIn, person: Person) -> HttpResponse:
    """Seal, or name one more who may open it."""
    form = SealForm(request.POST or None)
    if request.method == "POST" and carried_out(form, seal_person, person=person, on=request.viewer.on, by=request.user):
        return redirect("worker:sealed", person.ref)
    return _page(request, person, form)


@require_POST
@opens_person
def sealed_end(request: SignedIn, person: Person) -> HttpResponse:
    """Take the seal away."""
    unseal_person(person=person, by=request.user)
    return redirect("worker:sharing", person.ref)


@require_POST
@opens_person
def named_end(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """Somebody opens it no longer. Whoever ends their own name does not see the person any more."""
    one = get_object_or_404(Named.objects.visible_to(request.viewer).of(person), pk=pk)
    try:
        end_name(named=one, by=request.user)
    except SharingError as refusal:
        return _page(request, person, SealForm(), str(refusal))
    return redirect("worker:people") if one.account_id == request.user.pk else redirect("worker:sealed", person.ref)
