from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.errors import SharingError
from alongside.rooms.sharing.models import LifeArea, LifePicture

MOST_AREAS = 12  # more is no picture


@transaction.atomic
def keep_life_picture(
    *, person: Person, areas: Mapping[str, int], on: date, words: str = "", expects_more: bool = False, by: Account | None = None
) -> LifePicture:
    """Keep how they see their life on a day. areas: a name to a place from 0 to 4. by: nobody of ours, at their own door.

    Raises SharingError without an area, for more than MOST_AREAS, and for a place that is none.
    """
    named = {name.strip()[:80]: place for name, place in areas.items() if name.strip()}
    if not named:
        raise SharingError(_("Pick one thing at least, and where you are in it."))
    if len(named) > MOST_AREAS:
        raise SharingError(_("That is a lot for one picture. Leave some out."))
    if not set(named.values()) <= set(LifeArea.Place.values):
        raise SharingError(_("Choose where you are from the list."))
    picture = LifePicture.objects.create(person=person, on=on, words=words.strip(), expects_more=expects_more, by=by)
    LifeArea.objects.bulk_create([LifeArea(picture=picture, name=name, place=place) for name, place in named.items()])
    write_entry(act="sharing.life_picture_kept", by=by, subject=person)
    return picture
