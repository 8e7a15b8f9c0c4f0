from django.db import transaction
from django.utils.translation import gettext as _

from alongside.core.passages import passages
from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.journeys.errors import JourneyError
from alongside.rooms.journeys.models import AboutAnother, Conversation


@transaction.atomic
def mark_about_another(*, conversation: Conversation, passage: str, whose: str, by: Account) -> AboutAnother:
    """Mark a paragraph as being about somebody else. Marked again, it is about whoever was named last.

    Raises JourneyError for a paragraph that does not stand in the words, and with nobody named.
    """
    if passage not in {one.text for one in passages(conversation.words)}:
        raise JourneyError(_("That does not stand in these words any more. Open the page again."))
    if not whose.strip():
        raise JourneyError(_("Say whom it is about. A first name is enough."))
    mark, _made = AboutAnother.objects.update_or_create(
        conversation=conversation, passage=passage, defaults={"whose": whose.strip()}, create_defaults={"whose": whose.strip(), "by": by}
    )
    write_entry(act="journeys.passage_marked", by=by, subject=conversation.journey.person)
    return mark


@transaction.atomic
def unmark_about_another(*, mark: AboutAnother, by: Account) -> None:
    write_entry(act="journeys.passage_unmarked", by=by, subject=mark.conversation.journey.person)
    mark.delete()
