"""Why two records look like one person's, in words."""

from typing import Any

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.rooms.merging.before import as_text
from alongside.rooms.people.models import Person

MOST = 20
TELLING: dict[str, Promise | str] = {
    "full_name": _("the same full name"),
    "born": _("born on the same day"),
    "phone": _("the same phone"),
    "email": _("the same e-mail"),
    "address": _("the same address"),
    "called": _("called the same"),
}


def alike(one: Person, other: Person) -> list[str]:
    """Each reason in words; somewhere safe, an address is none."""
    same = [(field, _plain(as_text(one, field)), _plain(as_text(other, field))) for field in TELLING]
    return [str(TELLING[field]) for field, ours, theirs in same if ours and ours == theirs]


def look_alikes(person: Person, among: Any) -> list[Person]:
    """Those with a reason to look twice, the most reasons first. Costs one query. among: people the viewer may see."""
    reasons = Q(pk=None)
    for field in TELLING:
        value = getattr(person, field)
        if value:
            reasons |= Q(**{field if field == "born" else f"{field}__iexact": value})
    found = list(among.filter(reasons).order_by("pk")[: MOST * 5])
    return sorted(found, key=lambda one: -len(alike(person, one)))[:MOST]


def _plain(text: str) -> str:
    return "".join(text.casefold().split())
