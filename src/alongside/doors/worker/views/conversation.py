from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.carrying_out import carried_out
from alongside.doors.worker.forms.about_another import AboutAnotherForm
from alongside.doors.worker.forms.conversation import ConversationForm, LinesForm
from alongside.doors.worker.offers import offered, still_to_draw, taken
from alongside.doors.worker.opening import opens_person
from alongside.doors.worker.page import current_journey
from alongside.doors.worker.rows import talk_rows
from alongside.rooms.attachments.models import Attachment
from alongside.rooms.journeys.acts import mark_about_another, unmark_about_another
from alongside.rooms.journeys.models import Conversation, Journey
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.models import Cleared
from alongside.rooms.writeup.acts import draw_out, write_up

LONGEST_LOOKED_AT = 20_000  # characters of words in which something is recognised


@require_http_methods(["GET", "POST"])
@opens_person
def conversation_new(request: SignedIn, person: Person) -> HttpResponse:
    """Write up a conversation: one page, one save."""
    form = ConversationForm(request.POST or None, person=person, mine=lambda: _others(request, person))
    if request.method == "POST":
        journey = current_journey(person, request.viewer)
        if carried_out(form, write_up, journey=journey, by=request.user):
            shared = bool(form.cleaned_data.get("also"))
            messages.success(request, _("Kept. Now say which words go to whom.") if shared else _("Saved. Everything is in its place."))
            return redirect("worker:together" if shared else "worker:person", person.ref)
        form.offer_taps()
    return render(request, "worker/conversation_new.html", {"person": person, "form": form}, status=422 if form.errors else 200)


def _others(request: SignedIn, person: Person) -> QuerySet[Journey]:
    mine = Journey.objects.visible_to(request.viewer).led_or_joined_by(request.user, request.viewer.on)
    return mine.exclude(person=person).select_related("person")


@require_http_methods(["GET", "POST"])
@opens_person
def conversation(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """One conversation, and lines drawn out of it: later, or by a colleague."""
    mine = Conversation.objects.visible_to(request.viewer).of(person).select_related("journey__person")
    one = get_object_or_404(mine, pk=pk)
    offers = still_to_draw(person, one)
    drawing = request.method == "POST" and "take" not in request.POST
    form = LinesForm(request.POST if drawing else None, person=person, initial=taken(offers, request.POST.get("take")))
    if drawing and carried_out(form, draw_out, conversation=one, by=request.user):
        messages.success(request, _("Saved. Everything is in its place."))
        return redirect("worker:conversation", person.ref, pk)
    (talk,) = talk_rows(Conversation.objects.filter(pk=one.pk).for_story(), person.ref)
    context = {"person": person, "form": form, "talk": talk, "offers": offers, "conversation": one}
    context["pictures"] = Attachment.objects.of(person).filter(conversation=one).for_listing()
    context["cleared"] = Cleared.objects.of(person).filter(conversation=one).select_related("by").first()
    return render(request, "worker/conversation.html", context, status=422 if form.errors else 200)


@require_POST
@opens_person
def conversation_offers(request: SignedIn, person: Person) -> HttpResponse:
    """What is recognised in words that are being written: offered beside them, kept nowhere."""
    words = request.POST.get("words", "")[:LONGEST_LOOKED_AT]
    return render(request, "worker/_offers.html", {"offers": offered(person, words, timezone.localdate())})


@require_http_methods(["GET", "POST"])
@opens_person
def about_another(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """Mark what in a conversation is about somebody else than the person; or take a mark back."""
    one = get_object_or_404(Conversation.objects.visible_to(request.viewer).of(person).select_related("journey__person"), pk=pk)
    if request.method == "POST" and request.POST.get("unmark", "").isdecimal():
        unmark_about_another(mark=get_object_or_404(one.about_others, pk=int(request.POST["unmark"][:18])), by=request.user)
        return redirect("worker:about_another", person.ref, pk)
    form = AboutAnotherForm(request.POST or None, words=one.words)
    if request.method == "POST" and carried_out(form, mark_about_another, by=request.user, conversation=one):
        return redirect("worker:about_another", person.ref, pk)
    context = {"person": person, "conversation": one, "form": form, "marks": one.about_others.all()}
    return render(request, "worker/about_another.html", context, status=422 if form.errors else 200)
