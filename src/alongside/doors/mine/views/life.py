from django.db.models import Prefetch
from django.http import HttpResponse
from django.utils import timezone

from alongside.doors.mine.forms import LifePictureForm
from alongside.doors.mine.life_picture import height, paths
from alongside.doors.mine.sitting import Sitting, for_guest, show
from alongside.doors.mine.views.parts import carried_out, said, writing
from alongside.rooms.sharing.acts import keep_life_picture
from alongside.rooms.sharing.at_the_door import at_the_door
from alongside.rooms.sharing.models import LifeArea, LifePicture


@for_guest
def life(request: Sitting) -> HttpResponse:
    """The newest picture, an earlier one laid under it, and a form for the next. Only where they want one."""
    guest = request.guest
    areas = Prefetch("areas", queryset=at_the_door(guest, LifeArea))
    pictures = list(at_the_door(guest, LifePicture).prefetch_related(areas))
    newest, earlier = (pictures[0] if pictures else None), pictures[1:]
    form = LifePictureForm(request.POST if writing(request) else None, newest=newest)
    if writing(request) and carried_out(form, keep_life_picture, person=guest.person, on=timezone.localdate()):
        return said("life", "kept")
    under = next((one for one in earlier if str(one.pk) == request.GET.get("under")), earlier[0] if earlier else None)
    drawn = paths(newest, under) if newest else []
    context = {"form": form, "newest": newest, "earlier": earlier, "under": under, "drawn": drawn, "height": height(drawn)}
    return show(request, "life", context, refused=bool(form.errors))
