"""Whom the person rings: who leads with them, and on which number."""

from datetime import date
from typing import NamedTuple

from alongside.rooms.journeys.models import Involvement
from alongside.rooms.sharing.at_the_door import at_the_door
from alongside.rooms.sharing.guests import Guest
from alongside.rooms.teams.models import Member


class Lead(NamedTuple):
    """called: empty where nobody leads now, or is on the page. phone: empty where none is known."""

    called: str
    phone: str

    @property
    def dialled(self) -> str:
        return "".join(one for one in self.phone if one.isdigit() or one == "+")


def lead_of(guest: Guest, on: date) -> Lead:
    """Their own number, else their team's. Costs two queries."""
    found = (
        at_the_door(guest, Involvement)
        .current(on)
        .walking()
        .filter(part=Involvement.Part.LEAD)
        .select_related("account", "journey__team")
        .order_by("-pk")
        .first()
    )
    if found is None:
        return Lead("", "")
    own = Member.objects.current(on).filter(account=found.account, team=found.journey.team).values_list("phone", flat=True).first()
    return Lead(found.account.called, own or found.journey.team.phone)
