from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone

from alongside.doors.mine.forms import AskForm
from alongside.doors.mine.sitting import Sitting, for_the_person, show
from alongside.doors.mine.views.parts import carried_out, said
from alongside.rooms.sharing.acts import ask_the_information_lead
from alongside.rooms.sharing.at_the_door import at_the_door
from alongside.rooms.sharing.models import Asked
from alongside.rooms.sharing.taking_away import taken_away


@for_the_person
def take(request: Sitting) -> HttpResponse:
    """Take it away, or ask for something to be put right, taken out, or for everything."""
    form = AskForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(form, ask_the_information_lead, person=request.guest.person):
        return said("take", "asked")
    return show(request, "take", {"form": form, "asked": at_the_door(request.guest, Asked)}, refused=bool(form.errors))


@for_the_person
def take_page(request: Sitting) -> HttpResponse:
    """To read: one file, that opens without us."""
    made = {"parts": taken_away(request.guest, in_words=True), "on": timezone.localdate()}
    return _file(HttpResponse(render_to_string("mine/taken.html", made), content_type="text/html; charset=utf-8"), "page.html")


@for_the_person
def take_data(request: Sitting) -> HttpResponse:
    """For another system: the same, each field with the reason it is kept."""
    made = {"made_on": timezone.localdate().isoformat(), "parts": taken_away(request.guest)}
    return _file(JsonResponse(made, json_dumps_params={"ensure_ascii": False, "indent": 1}), "page.json")


def _file(answer: HttpResponse, name: str) -> HttpResponse:
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
