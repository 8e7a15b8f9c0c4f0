"""A conversation with more than one person: kept on no record, then divided, so that each has their own words."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.journeys.acts.conversation import record_conversation
from alongside.rooms.journeys.errors import JourneyError
from alongside.rooms.journeys.models import Conversation, Journey, SharedTalk, SharedWith


@transaction.atomic
def keep_shared_talk(
    *,
    journey: Journey,
    others: Iterable[Journey],
    words: str,
    held_on: date,
    by: Account,
    where: str = "",
    minutes: int | None = None,
    client_key: UUID,
) -> SharedTalk:
    """Keep it for its writer alone. The same form saved again gives the same one; other words under its key stand for themselves."""
    kept = SharedTalk.objects.filter(by=by, client_key=client_key, words=words.strip()).first()
    if kept:
        return kept
    others = [one for one in others if one.person_id != journey.person_id]
    if not others:
        raise JourneyError(_("Say who else was there."))
    key = {"client_key": client_key} if not SharedTalk.objects.filter(by=by, client_key=client_key).exists() else {}
    talk = SharedTalk.objects.create(journey=journey, words=words.strip(), held_on=held_on, where=where, minutes=minutes, by=by, **key)
    SharedWith.objects.bulk_create(SharedWith(talk=talk, journey=one) for one in others)
    for one in (journey, *others):
        write_entry(act="journeys.talk_kept_apart", by=by, subject=one.person)
    return talk


@transaction.atomic
def divide_shared_talk(*, talk: SharedTalk, words_of: Mapping[int, str], by: Account) -> list[Conversation]:
    """Put each person's words on their own record. words_of: by the number of our time with them; empty words are nobody's.

    The undivided talk is gone afterwards: its words stand on the records, or their writer left them out.

    Raises JourneyError when it was divided meanwhile, and when nothing would be left of it.
    """
    found = SharedTalk.objects.select_for_update().filter(pk=talk.pk).first()
    if found is None:
        raise JourneyError(_("These words have been placed already."))
    journeys = [found.journey, *(one.journey for one in found.others.select_related("journey__person"))]
    given = {one: words_of.get(one.pk, "").strip() for one in journeys}
    if not any(given.values()):
        raise JourneyError(_("Give at least one piece to someone. Words that belong on nobody’s record are lost with this page."))
    made = []
    for journey, words in given.items():
        if words:
            there = ", ".join(one.person.called for one in journeys if one != journey)
            known = {"held_on": found.held_on, "where": found.where, "minutes": found.minutes, "who": there[:200]}
            made.append(record_conversation(journey=journey, words=words, by=by, **known))  # type: ignore[arg-type]
        write_entry(act="journeys.talk_divided", by=by, subject=journey.person)
    Conversation.objects.filter(pk__in=[one.pk for one in made]).update(by=found.by)  # also where the lead places them for its writer
    found.delete()
    return made
