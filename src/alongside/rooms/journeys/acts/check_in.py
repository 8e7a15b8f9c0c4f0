from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.journeys.errors import JourneyError
from alongside.rooms.journeys.models import CheckIn, Conversation, Journey


@transaction.atomic
def record_check_in(
    *,
    journey: Journey,
    on: date,
    by: Account | None,
    score: int | None = None,
    weather: str = "",
    words: str = "",
    expects_more: bool = False,
    conversation: Conversation | None = None,
) -> CheckIn:
    """Keep how in control the person feels, in whichever way they like. score: 0 to 10. by: nobody of ours, where they did it."""
    if score is None and not weather and not words.strip():
        raise JourneyError(_("Say it in words, as weather, or with a number: any one is enough."))
    if score is not None and not 0 <= score <= 10:
        raise JourneyError(_("The number goes from 0 to 10."))
    check_in = CheckIn.objects.create(
        journey=journey,
        on=on,
        by=by,
        score=score,
        weather=weather,
        words=words.strip(),
        expects_more=expects_more,
        conversation=conversation,
    )
    write_entry(act="journeys.check_in_recorded", by=by, subject=journey.person)
    return check_in
