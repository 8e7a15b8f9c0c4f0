"""The same form saved again: after a second tap, or after going back. What it kept already is found; what is new in it is kept."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from django.db.models import Q
from django.utils import timezone

from alongside.rooms.accounts.models import Account
from alongside.rooms.journeys.models import Cause, Conversation, Journey
from alongside.rooms.people.models import Tie
from alongside.rooms.writeup.drawn import Drawn

# A browser that goes back brings the words again, but not the form's key. Later than this the same words are another talk.
RECENTLY = timedelta(minutes=10)


def kept_before(
    *, journey: Journey, words: str, held_on: date, where: str, who: str, by: Account, client_key: UUID
) -> tuple[Conversation | None, UUID]:
    """The conversation with exactly these words that this form kept, or that the same worker wrote up minutes ago; and a key.

    The key is the form's, or another where the form has kept other words already: those stand, and these are kept beside them.
    Costs one query.
    """
    minutes_ago = Q(by=by, words=words.strip(), held_on=held_on, where=where.strip(), who=who.strip(), at__gte=timezone.now() - RECENTLY)
    found = Conversation.objects.filter(Q(client_key=client_key) | minutes_ago, journey=journey).order_by("pk")
    kept = next((one for one in found if one.by_id == by.pk and one.words == words.strip()), None)
    return kept, uuid4() if any(one.client_key == client_key for one in found) else client_key


def new_in(drawn: Drawn, kept: Conversation) -> Drawn:
    """What was drawn out since the conversation was kept."""
    matters = set(kept.matters.values_list("words", flat=True))
    ties = set(Tie.objects.of(kept.journey.person).values_list("name", "relation"))
    causes = set(Cause.objects.filter(conversation=kept).values_list("what", flat=True))
    agreed = set(kept.actions.values_list("what", flat=True))
    return Drawn(
        matters=[words for words in drawn.matters if words.strip() not in matters],
        ties=[tie for tie in drawn.ties if (tie.name.strip(), tie.relation) not in ties],
        causes=[cause for cause in drawn.causes if cause.what.strip() not in causes],
        agreed=[line for line in drawn.agreed if line.what.strip() not in agreed],
        check_in=None if kept.check_ins.exists() else drawn.check_in,
    )
