"""What every page says of the place it belongs to."""

from typing import cast

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from alongside.doors.signin.devices import keeper
from alongside.rooms.teams.models import Place


def _place() -> tuple[str, bool]:
    """Asked once a minute in each process."""
    place = Place.objects.order_by("pk").first()
    return (place.name, place.is_example) if place else ("", False)


def _notice() -> str:
    name, is_example = cast("tuple[str, bool]", cache.get_or_set("signin.place", _place, 60))
    if is_example:
        return _("%(place)s is an example. Everyone and everything in it is invented.") % {"place": name}
    return _("Invented people only: this installation is not yet ready for real ones.")


def place(request: HttpRequest) -> dict[str, object]:
    """`place_notice`, read only by pages that show it: pages for faults work without the database."""
    return {"place_notice": SimpleLazyObject(_notice)}


def kept_words(request: HttpRequest) -> dict[str, object]:
    """`keeper`: under which name this browser keeps the unsaved words of whoever is signed in."""
    return {"keeper": SimpleLazyObject(lambda: keeper(request.user))}  # type: ignore[arg-type]  # asked for only where someone is
