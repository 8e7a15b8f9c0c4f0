"""Pictures of letters, drawings and the like: the list, one of them, and their bytes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from alongside.core.picture import CleanPicture
from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.carrying_out import carried_out
from alongside.doors.worker.forms.attachment import AttachmentChangeForm, AttachmentForm
from alongside.doors.worker.opening import opens_person, opens_with_page
from alongside.doors.worker.page import current_journey
from alongside.doors.worker.paging import list_page
from alongside.rooms.attachments.acts import change_attachment, keep_attachment, take_out_attachment
from alongside.rooms.attachments.models import Attachment, Picture
from alongside.rooms.journeys.models import Conversation
from alongside.rooms.people.models import Person

A_PAGE = 12
SHOW_PREVIEWS = ("people.attachments_opened", "people.conversation_opened")


@require_http_methods(["GET", "POST"])
@opens_person
def attachments(request: SignedIn, person: Person) -> HttpResponse:
    """What is kept of letters and drawings, the newest first; and keeping another."""
    talk = _conversation_asked(request, person)
    form = AttachmentForm(request.POST or None, request.FILES or None, person=person, conversation=talk)
    journey = current_journey(person, request.viewer)
    if request.method == "POST" and carried_out(form, keep_attachment, by=request.user, journey=journey):
        messages.success(request, _kept(form.cleaned_data["picture"]))
        return redirect("worker:attachments", person.ref)
    page = list_page(Attachment.objects.of(person).for_listing(), request.GET.get("page"), A_PAGE)
    context = {"person": person, "form": form, "page": page, "talk": talk}
    return render(request, "worker/attachments.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@opens_person
def attachment(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """One of them, large, with why, by whom and when; saying otherwise why, or taking it out."""
    mine = Attachment.objects.visible_to(request.viewer).of(person).select_related("by", "conversation")
    one = get_object_or_404(mine, pk=pk)
    if request.method == "POST" and request.POST.get("do") == "take_out":
        take_out_attachment(attachment=one, by=request.user)
        messages.success(request, _("Taken out, and kept nowhere else."))
        return redirect("worker:attachments", person.ref)
    form = AttachmentChangeForm(request.POST or None, row=one)
    if request.method == "POST" and carried_out(form, change_attachment, attachment=one, by=request.user):
        return redirect("worker:attachment", person.ref, pk)
    return render(request, "worker/attachment.html", {"person": person, "form": form, "one": one}, status=422 if form.errors else 200)


@require_GET
@opens_person
def attachment_picture(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """The bytes of one: an opening of its own in the journal."""
    mine = Picture.objects.visible_to(request.viewer).of(person).defer("preview").select_related("attachment")
    one = get_object_or_404(mine, attachment=pk)
    return _shown(one.picture, one.attachment.format)


@require_GET
@opens_with_page(*SHOW_PREVIEWS)
def attachment_preview(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    """The bytes of one, small, on the page that was opened just now."""
    mine = Picture.objects.visible_to(request.viewer).of(person).defer("picture")
    return _shown(get_object_or_404(mine, attachment=pk).preview, Attachment.Format.JPEG)


def _kept(picture: CleanPicture) -> str:
    return _("Kept. It carried the place where it was taken. That was taken out.") if picture.had_position else _("Kept.")


def _conversation_asked(request: HttpRequest, person: Person) -> Conversation | None:
    asked = request.POST.get("conversation") or request.GET.get("conversation") or ""
    return Conversation.objects.of(person).filter(pk=asked).first() if asked.isdecimal() else None


def _shown(raw: bytes | memoryview, format_: str) -> HttpResponse:
    """As a picture and as nothing else, whatever a browser thinks of the bytes; its name says nothing of anybody."""
    answer = HttpResponse(bytes(raw), content_type=f"image/{format_}")
    answer["Content-Disposition"] = f'inline; filename="picture.{format_}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    answer["Cache-Control"] = "no-store"
    return answer
