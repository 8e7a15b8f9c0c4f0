"""What every page says of the place it belongs to."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from alongside.rooms.teams.models import Place


def _notice() -> str:
    place = Place.objects.order_by("pk").first()
    if place and place.is_example:
        return _("%(place)s is an example. Everyone and everything in it is invented.") % {"place": place.name}
    return _("Invented people only: this installation is not yet ready for real ones.")


def place(request: HttpRequest) -> dict[str, object]:
    """`place_notice`, read only by pages that show it: pages for faults work without the database."""
    return {"place_notice": SimpleLazyObject(_notice)}
