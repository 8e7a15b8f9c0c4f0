"""What the person asks of us at their own door: to be rung, to have something put right, to be given everything."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.errors import SharingError
from alongside.rooms.sharing.models import Asked, RingMe

MOST_WAITING = 20  # of one person: more is no asking


@transaction.atomic
def ask_to_ring(*, person: Person, words: str = "") -> RingMe:
    """Whoever leads sees it on Today. Asking again while one waits changes when it is good to ring, and nothing else."""
    Person.objects.select_for_update().get(pk=person.pk)
    asked = RingMe.objects.filter(person=person).waiting().first()
    if asked is None:
        asked = RingMe.objects.create(person=person, words=words.strip()[:200])
        write_entry(act="sharing.asked_to_ring", by=None, subject=person)
    elif words.strip():
        asked.words = words.strip()[:200]
        asked.save(update_fields=["words"])
    return asked


@transaction.atomic
def answer_ring(*, asked: RingMe, answer: str, by: Account) -> RingMe:
    """We rang, or left it. Of two who answer, the first stands: raises SharingError for the second, and for no answer at all."""
    asked = RingMe.objects.select_for_update().select_related("person").get(pk=asked.pk)
    if asked.answer or answer not in RingMe.Answer.values:
        raise SharingError(_("This was answered already."))
    asked.answer, asked.answered_at, asked.answered_by = answer, timezone.now(), by
    asked.save(update_fields=["answer", "answered_at", "answered_by"])
    write_entry(act="sharing.ring_answered", by=by, subject=asked.person)
    return asked


@transaction.atomic
def ask_the_information_lead(*, person: Person, kind: str, words: str = "", by: Account | None = None) -> Asked:
    """Something to put right, to take out, or everything. by: who wrote it down for them; nobody, at their own door.

    Raises SharingError without words for the first two. Everything, asked for again while it waits, is the same asking.
    """
    if kind not in Asked.Kind.values:
        raise SharingError(_("Choose what you ask for."))
    if kind != Asked.Kind.EVERYTHING and not words.strip():
        raise SharingError(_("Write what should change. A few words are enough."))
    Person.objects.select_for_update().get(pk=person.pk)
    waiting = Asked.objects.filter(person=person).waiting()
    if kind == Asked.Kind.EVERYTHING and (same := waiting.filter(kind=kind).first()):
        return same
    if waiting.count() >= MOST_WAITING:
        raise SharingError(_("You have asked for many things. Ring us, so that we can talk about them."))
    asked = Asked.objects.create(person=person, kind=kind, words=words.strip(), by=by)
    write_entry(act="sharing.asked", by=by, subject=person)
    return asked


@transaction.atomic
def answer_asked(*, asked: Asked, answer: str, by: Account) -> Asked:
    """Raises SharingError without words, and when it was answered already."""
    if not answer.strip():
        raise SharingError(_("Write the answer, in words that they can follow."))
    asked = Asked.objects.select_for_update().select_related("person").get(pk=asked.pk)
    if asked.answered_at is not None:
        raise SharingError(_("Somebody has answered this meanwhile."))
    asked.answer, asked.answered_at, asked.answered_by = answer.strip(), timezone.now(), by
    asked.save(update_fields=["answer", "answered_at", "answered_by"])
    write_entry(act="sharing.asked_answered", by=by, subject=asked.person)
    return asked
