from datetime import date
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.journeys.errors import JourneyError
from alongside.rooms.journeys.models import Conversation, Journey


@transaction.atomic
def record_conversation(
    *,
    journey: Journey,
    words: str,
    held_on: date,
    by: Account,
    where: str = "",
    minutes: int | None = None,
    who: str = "",
    client_key: UUID | None = None,
) -> Conversation:
    """Keep what was said. minutes: how long it took, if it matters.

    Raises JourneyError without words, and for a day still to come.
    """
    if not words.strip():
        raise JourneyError(_("Write what was said or learnt. A few words are enough."))
    if held_on > timezone.localdate():
        raise JourneyError(_("That day is still to come."))
    conversation = Conversation.objects.create(
        journey=journey,
        words=words.strip(),
        held_on=held_on,
        where=where.strip(),
        minutes=minutes,
        who=who.strip(),
        by=by,
        client_key=client_key or uuid4(),
    )
    write_entry(act="journeys.conversation_recorded", by=by, subject=journey.person)
    return conversation
