from django.db import transaction

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.journeys.models import Conversation
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.models import Cleared


@transaction.atomic
def clear_for_the_page(*, conversation: Conversation, person: Person, by: Account) -> Cleared:
    """Confirm that a conversation holds no one else's private facts: it may stand on the person's page. Twice changes nothing."""
    cleared, made = Cleared.objects.get_or_create(conversation=conversation, defaults={"by": by})
    if made:
        write_entry(act="sharing.conversation_cleared", by=by, subject=person)
    return cleared
