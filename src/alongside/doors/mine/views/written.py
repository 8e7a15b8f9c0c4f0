from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.doors.mine.forms import DifferentlyForm
from alongside.doors.mine.looked import looks
from alongside.doors.mine.sitting import Sitting, for_guest, for_the_person, show
from alongside.doors.mine.views.parts import carried_out, said
from alongside.doors.mine.written import others, passages_of, talks, text_of, with_differences
from alongside.rooms.sharing.acts import keep_looks_off, keep_off, see_it_differently
from alongside.rooms.sharing.at_the_door import looks_at_the_door


@for_guest
def written(request: Sitting) -> HttpResponse:
    """What is written about them, by whom, when; what they see differently stands beside it."""
    guest = request.guest
    newest, older = talks(guest, every="all" in request.GET)
    sections = [(_("What was said"), newest), *others(guest)]
    with_differences(guest, [one for _title, rows in sections for one in rows])
    return show(request, "written", {"sections": [(title, rows) for title, rows in sections if rows], "older": older})


@for_the_person
def looked(request: Sitting) -> HttpResponse:
    return show(request, "looked", {"looks": looks(request.guest)})


@for_the_person
def differently(request: Sitting, key: str, pk: int) -> HttpResponse:
    """Their own words beside a text. Only they write them, and nobody of ours changes them."""
    row = text_of(request.guest, key, pk)
    if row is None:
        return redirect("mine:written")
    form = DifferentlyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(form, see_it_differently, person=request.guest.person, row=row):
        return said("share" if key == "told" else "written", "kept")
    return show(request, "differently", {"form": form, "passages": passages_of(row)}, refused=bool(form.errors))


@for_the_person
def off(request: Sitting, key: str, pk: int) -> HttpResponse:
    """Keep one thing off the page, or the looks of one day. Afterwards nothing says that it was here; it comes back with a worker."""
    guest = request.guest
    row = looks_at_the_door(guest).filter(pk=pk).first() if key == "look" else text_of(guest, key, pk)
    if row is None:
        return redirect("mine:front")
    if request.method != "POST":
        return show(request, "off", {"passages": [] if key == "look" else passages_of(row), "look": row if key == "look" else None})
    if key == "look":
        keep_looks_off(person=guest.person, like=row)
    else:
        keep_off(person=guest.person, row=row, by=None, by_person=True)
    return redirect("mine:front")
