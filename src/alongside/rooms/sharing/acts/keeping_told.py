from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.errors import SharingError
from alongside.rooms.sharing.models import KeepingTold


@transaction.atomic
def told_what_we_keep(*, person: Person, how: str, on: date, by: Account, why_not_yet: str = "") -> KeepingTold:
    """Write down that the person was told what we keep and why; or not yet, and why. Raises SharingError where the why is missing."""
    if how == KeepingTold.How.NOT_YET and not why_not_yet.strip():
        raise SharingError(_("Say why not yet, in a few words."))
    row = KeepingTold.objects.create(person=person, how=how, on=on, why_not_yet=why_not_yet.strip() if how == "not-yet" else "", by=by)
    write_entry(act="sharing.keeping_told", by=by, subject=person)
    return row
