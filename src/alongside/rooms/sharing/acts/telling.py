"""We had to tell someone, or decided not to; what came back; and the person's objection, which is answered."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.models import Person
from alongside.rooms.people.parts import Part
from alongside.rooms.sharing.errors import SharingError
from alongside.rooms.sharing.models import Objection, Telling, ToldPart


@transaction.atomic
def tell(
    *, person: Person, ground: str, because: str, on: date, by: Account, told: bool = True, parts: Collection[str] = (), **said: Any
) -> Telling:
    """Write down whom we told and why; or, with told=False, that we decided not to.

    said: whom, said, knew, why_not_known; account and until_on where a duty lets someone see some parts.
    Raises SharingError where a reason, whom, what, or whether the person knew is missing, and for a day still to come.
    """
    telling = Telling(person=person, ground=ground, because=because.strip(), on=on, told=told, by=by, **said)
    _must_be_clear(telling, parts)
    telling.save()
    ToldPart.objects.bulk_create([ToldPart(telling=telling, part=Part(part)) for part in Part.values if part in parts])
    write_entry(act="sharing.told" if told else "sharing.decided_not_to_tell", by=by, subject=person)
    return telling


def _must_be_clear(telling: Telling, parts: Collection[str]) -> None:
    wrong = [
        (not telling.because, _("Say why, in a few words.")),
        (telling.on > timezone.localdate(), _("That day is still to come.")),
        (telling.told and not telling.whom.strip(), _("Say who was told.")),
        (telling.told and not telling.said.strip(), _("Say what was said.")),
        (telling.told and not telling.knew and not telling.why_not_known.strip(), _("Say why they did not know.")),
        (bool(telling.account) and not parts, _("Choose what they may see.")),
        (bool(parts) and not telling.account, _("Choose who may see it.")),
        (bool(telling.until_on and telling.until_on < telling.on), _("It cannot end before it began.")),
    ]
    for is_wrong, words in wrong:
        if is_wrong:
            raise SharingError(words)


@transaction.atomic
def keep_what_came_back(*, telling: Telling, words: str, on: date, by: Account) -> Telling:
    """Raises SharingError without words."""
    if not words.strip():
        raise SharingError(_("Write what came back. “Nothing yet” needs no writing down."))
    telling = Telling.objects.select_for_update().select_related("person").get(pk=telling.pk)
    telling.came_back, telling.came_back_on = words.strip(), on
    telling.save(update_fields=["came_back", "came_back_on"])
    write_entry(act="sharing.answer_came_back", by=by, subject=telling.person)
    return telling


@transaction.atomic
def object_to(*, telling: Telling, words: str, by: Account | None) -> Objection:
    """The person objects. by: nobody of ours, where they did it themself.

    Raises SharingError without words, and for what a duty in law asked for: there is nothing to stop, and the page says so.
    """
    if not words.strip():
        raise SharingError(_("Write what they object to, in their words."))
    if telling.ground != Telling.Ground.TASK:
        raise SharingError(_("This was a duty in law, so it cannot be stopped. They can say that they see it differently."))
    objection = Objection.objects.create(telling=telling, words=words.strip(), by=by)
    write_entry(act="sharing.objected", by=by, subject=telling.person)
    return objection


@transaction.atomic
def answer_objection(*, objection: Objection, answer: str, stopped: bool, by: Account) -> Objection:
    """Answer it. stopped: nobody sees it on that ground from now on. Of two who answer, the first stands.

    Raises SharingError without words, and when it was answered already.
    """
    if not answer.strip():
        raise SharingError(_("Write the answer, in words that they can follow."))
    objection = Objection.objects.select_for_update().select_related("telling__person").get(pk=objection.pk)
    if objection.answered_at is not None:
        raise SharingError(_("Somebody has answered this meanwhile."))
    objection.answer, objection.stopped = answer.strip(), stopped
    objection.answered_at, objection.answered_by = timezone.now(), by
    objection.save(update_fields=["answer", "stopped", "answered_at", "answered_by"])
    if stopped:
        ToldPart.objects.filter(telling=objection.telling).delete()
    write_entry(act="sharing.objection_answered", by=by, subject=objection.telling.person)
    return objection
