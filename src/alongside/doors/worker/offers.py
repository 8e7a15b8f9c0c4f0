"""What is recognised in someone's words, as what would be filled in if it is wanted."""

from datetime import date
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.core.recognised import Offer, offers
from alongside.rooms.journeys.models import Conversation
from alongside.rooms.people.models import Person, Tie


class Offered(NamedTuple):
    """label: on the tap. kind: the line it goes into. fill: the part of a row, or the box of a name, and its value."""

    label: str
    kind: str
    fill: dict[str, str]


def offered(person: Person, words: str, held_on: date) -> list[Offered]:
    """Costs one query."""
    names = Tie.objects.of(person).filter(kept_off=False).values_list("name", flat=True)
    return [_offered(one) for one in offers(words, held_on, names)]


def still_to_draw(person: Person, talk: Conversation) -> list[Offered]:
    """What is recognised in words that are kept, without what was drawn out of them already. Costs three queries."""
    drawn = {*talk.matters.values_list("words", flat=True), *talk.actions.values_list("what", flat=True)}
    found = offered(person, talk.words, talk.held_on)
    return [one for one in found if one.kind != "there" and not drawn & set(one.fill.values())]


def taken(offers_made: list[Offered], number: str | None) -> dict[str, str]:
    """The offer that was tapped, as the beginning of the lines' form; {} where none was."""
    if not number or not number.isdecimal() or int(number[:4]) >= len(offers_made):
        return {}
    one = offers_made[int(number[:4])]
    return {f"{one.kind}_0_{part}": value for part, value in one.fill.items()}


def _offered(offer: Offer) -> Offered:
    if offer.kind == "agreed" and offer.due_on:
        label = _("Agreed: %(what)s (%(day)s)") % {"what": offer.text, "day": date_format(offer.due_on, "l j F")}
        return Offered(label, "agreed", {"what": offer.text, "due_on": offer.due_on.isoformat()})
    if offer.kind == "matter":
        return Offered(_("What matters: %(words)s") % {"words": offer.text}, "matters", {"words": offer.text})
    return Offered(_("%(name)s was there") % {"name": offer.text}, "there", {"name": offer.text})
