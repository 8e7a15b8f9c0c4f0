"""A person asks for everything that is held on them; the clock, and the answer."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.core.calendar import months_later
from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.models import Person
from alongside.rooms.rights.errors import RightsError
from alongside.rooms.rights.models import AccessRequest, Pause, Redaction
from alongside.rooms.rights.queue import to_look_at


@transaction.atomic
def take_access_request(*, person: Person, asked_on: date, today: date, by: Account, how: str = "") -> AccessRequest:
    """Write down that they asked: on that day, however they did. Raises RightsError for a day to come."""
    if asked_on > today:
        raise RightsError(_("That day is still to come."))
    request = AccessRequest.objects.create(person=person, asked_on=asked_on, how=how.strip(), by=by)
    write_entry(act="rights.access_requested", by=by, subject=person)
    return request


@transaction.atomic
def pause(*, request: AccessRequest, asked: str, on: date, by: Account) -> Pause:
    """Stop the clock until they answer a question of ours. Raises RightsError without the question, and while it stands still."""
    request = _open(request)
    if not asked.strip():
        raise RightsError(_("Write what we need to know from them."))
    if request.pauses.filter(ended_on=None).exists():
        raise RightsError(_("The clock stands still already."))
    stopped = Pause.objects.create(request=request, asked=asked.strip(), begun_on=max(on, request.asked_on), by=by)
    write_entry(act="rights.clock_stopped", by=by, subject=request.person)
    return stopped


@transaction.atomic
def go_on(*, request: AccessRequest, on: date, by: Account) -> None:
    """They answered: the clock goes on. Where it never stopped, nothing changes."""
    for stopped in Pause.objects.select_for_update().filter(request=request, ended_on=None):
        stopped.ended_on = max(on, stopped.begun_on)
        stopped.save(update_fields=["ended_on"])
        write_entry(act="rights.clock_went_on", by=by, subject=request.person)


@transaction.atomic
def extend(*, request: AccessRequest, because: str, today: date, by: Account) -> AccessRequest:
    """Two months more, with the reason that the person is told. Raises RightsError without one, and after the first month."""
    request = _open(request)
    if not because.strip():
        raise RightsError(_("Write the reason. They are told it."))
    if today > request.due_on(today) or (not request.extended_because and today > months_later(request.asked_on, 3)):
        raise RightsError(_("The first month has gone by, and it had to be said within it."))
    request.extended_because = because.strip()
    request.save(update_fields=["extended_because"])
    write_entry(act="rights.access_extended", by=by, subject=request.person)
    return request


@transaction.atomic
def look_through(*, request: AccessRequest, label: str, row: int, field: str, passages: Collection[str], by: Account) -> None:
    """Somebody looked at one text that may hold words about other people: these passages are taken out, or none.

    Raises RightsError for a passage that does not stand in it.
    """
    request = _open(request)
    text = next((one.text for one in to_look_at(request) if (one.label, one.row, one.field) == (label, row, field)), None)
    if text is None:
        raise RightsError(_("There is no such text to look at."))
    wanted = [one.strip() for one in passages if one.strip()]
    if missing := next((one for one in wanted if one not in text), None):
        raise RightsError(_("“%(words)s” does not stand in that text. Copy it exactly as it stands there.") % {"words": missing})
    where = {"request": request, "label": label, "row": row, "field": field}
    Redaction.objects.filter(**where).delete()
    Redaction.objects.bulk_create([Redaction(passage=one, by=by, **where) for one in dict.fromkeys(wanted or [""])])
    write_entry(act="rights.looked_through", by=by, subject=request.person)


@transaction.atomic
def look_through_rest(*, request: AccessRequest, label: str, by: Account) -> int:
    """Somebody read all of one kind that was still to be looked at: nothing in it is somebody else's. What a worker marked is not
    among it: that is looked at one by one. Returns how many."""
    request = _open(request)
    rest = [one for one in to_look_at(request) if one.label == label and not one.looked_at and not one.proposed]
    Redaction.objects.bulk_create([Redaction(request=request, label=label, row=one.row, field=one.field, by=by) for one in rest])
    write_entry(act="rights.looked_through", by=by, subject=request.person)
    return len(rest)


@transaction.atomic
def answer_request(*, request: AccessRequest, on: date, by: Account) -> AccessRequest:
    """The pack was given. Raises RightsError while any text has not been looked through."""
    request = _open(request)
    left = sum(not one.looked_at for one in to_look_at(request))
    if left:
        raise RightsError(_("%(many)s texts have not been looked through yet.") % {"many": left})
    go_on(request=request, on=on, by=by)
    request.answered_on, request.answered_by = max(on, request.asked_on), by
    request.save(update_fields=["answered_on", "answered_by"])
    write_entry(act="rights.access_answered", by=by, subject=request.person)
    return request


def _open(request: AccessRequest) -> AccessRequest:
    request = AccessRequest.objects.select_for_update().select_related("person").get(pk=request.pk)
    if request.answered_on is not None:
        raise RightsError(_("This has been answered already."))
    return request
