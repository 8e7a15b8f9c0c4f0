from django.db import models, transaction
from django.utils.translation import gettext as _

from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.errors import SharingError
from alongside.rooms.sharing.models import Disagreement


@transaction.atomic
def see_it_differently(*, person: Person, row: models.Model, words: str) -> Disagreement:
    """The person's own words beside a text about them. No act of ours changes or removes them. Raises SharingError without words."""
    if not words.strip():
        raise SharingError(_("Write how you see it. A few words are enough."))
    row_of = {"label": row._meta.label_lower, "row": row.pk}
    said = Disagreement.objects.create(person=person, words=words.strip(), **row_of)
    write_entry(act="sharing.seen_differently", by=None, subject=person)
    return said
