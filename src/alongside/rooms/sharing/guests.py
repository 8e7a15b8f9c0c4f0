"""Whoever sits at a person's own door: the person, or someone they trust, who sees some parts."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from alongside.rooms.people.models import Person
from alongside.rooms.people.parts import Part
from alongside.rooms.sharing.acts.door_code import IDLE
from alongside.rooms.sharing.acts.own_page import digest_of
from alongside.rooms.sharing.models import Sitting, Trusted

LONGEST = timedelta(hours=4)  # of one sitting, however busy
TOUCHED_EVERY = timedelta(minutes=5)  # a page that is only looked at writes no more often


@dataclass(frozen=True)
class Guest:
    """parts: what someone trusted may see; None for the person themself, who sees every part."""

    person: Person
    sitting: Sitting
    trusted: Trusted | None = None
    parts: frozenset[str] | None = None

    @property
    def is_the_person(self) -> bool:
        return self.trusted is None

    def may_see(self, part: Part | None) -> bool:
        return self.parts is None or part in self.parts


def guest_of(key: str, *, at: datetime) -> Guest | None:
    """Whose page is open in the browser that holds this key, on this moment. A sitting that is used goes on, up to LONGEST.

    A stopped link, someone trusted who was let out or whose day has come, and a time without a touch open nothing.
    """
    lasting = Q(link__trusted=None) | Q(link__trusted__until_on=None) | Q(link__trusted__until_on__gte=timezone.localdate(at))
    open_now = Sitting.objects.open(at).filter(lasting, key_digest=digest_of(key))
    sitting = open_now.select_related("link__person", "link__trusted").first()
    if sitting is None:
        return None
    until = min(at + IDLE, sitting.at + LONGEST)
    if until - sitting.until_at > TOUCHED_EVERY:
        Sitting.objects.filter(pk=sitting.pk).update(until_at=until)
    trusted = sitting.link.trusted
    parts = frozenset(trusted.parts.values_list("part", flat=True)) if trusted else None
    return Guest(person=sitting.link.person, sitting=sitting, trusted=trusted, parts=parts)
