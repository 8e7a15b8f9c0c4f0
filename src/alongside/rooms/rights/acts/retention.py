"""How long it is kept, what holds it, and what comes up to be looked at."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.holdings import all_holdings
from alongside.rooms.people.models import Person
from alongside.rooms.rights.errors import RightsError
from alongside.rooms.rights.models import Complaint, Hold, RetentionRule
from alongside.rooms.teams.models import Place


@transaction.atomic
def set_rule(*, place: Place, label: str, months: int, because: str, by: Account) -> RetentionRule:
    """How long one kind of record is kept after the end. Raises RightsError for an unknown kind, no time, or no reason."""
    if label not in {holding.label for holding in all_holdings()}:
        raise RightsError(_("There is no such kind of record."))
    if months < 1 or not because.strip():
        raise RightsError(_("Say how many months, at least one, and why so long."))
    rule, _made = RetentionRule.objects.update_or_create(
        place=place, label=label, defaults={"months": months, "because": because.strip(), "by": by, "at": timezone.now()}
    )
    write_entry(act="rights.rule_set", by=by, subject=rule)
    return rule


@transaction.atomic
def hold_back(*, person: Person, kind: str, reason: str, until_on: date | None, by: Account) -> Hold:
    """Dispose of nothing. Raises RightsError without a reason, and where something still needed has no day to look again."""
    if not reason.strip():
        raise RightsError(_("Say why, in a few words."))
    if kind != Hold.Kind.LEGAL and until_on is None:
        raise RightsError(_("Say on which day it is looked at again."))
    hold = Hold.objects.create(person=person, kind=kind, reason=reason.strip(), until_on=until_on, by=by)
    write_entry(act="rights.held_back", by=by, subject=person)
    return hold


@transaction.atomic
def end_hold(*, hold: Hold, by: Account) -> Hold:
    hold = Hold.objects.select_for_update().select_related("person").get(pk=hold.pk)
    if hold.ended_at is None:
        hold.ended_at, hold.ended_by = timezone.now(), by
        hold.save(update_fields=["ended_at", "ended_by"])
        write_entry(act="rights.hold_ended", by=by, subject=hold.person)
    return hold


@transaction.atomic
def take_complaint(*, person: Person, words: str, by: Account) -> Complaint:
    """Raises RightsError without words."""
    if not words.strip():
        raise RightsError(_("Write what they complain about, in their words."))
    complaint = Complaint.objects.create(person=person, words=words.strip(), by=by)
    write_entry(act="rights.complaint_taken", by=by, subject=person)
    return complaint


@transaction.atomic
def answer_complaint(*, complaint: Complaint, answer: str, by: Account) -> Complaint:
    """Raises RightsError without words, and when it was answered already."""
    if not answer.strip():
        raise RightsError(_("Write the answer, in words that they can follow."))
    complaint = Complaint.objects.select_for_update().select_related("person").get(pk=complaint.pk)
    if complaint.answered_at is not None:
        raise RightsError(_("This has been answered already."))
    complaint.answer, complaint.answered_at, complaint.answered_by = answer.strip(), timezone.now(), by
    complaint.save(update_fields=["answer", "answered_at", "answered_by"])
    write_entry(act="rights.complaint_answered", by=by, subject=complaint.person)
    return complaint
