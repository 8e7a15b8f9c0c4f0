"""What is not on the person's page, and what the law lets us keep back even when everything is asked for."""

from datetime import datetime, time, timedelta

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import subject_of, write_entry
from alongside.rooms.journal.models import Entry
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.errors import SharingError
from alongside.rooms.sharing.models import Withholding


@transaction.atomic
def keep_off(*, person: Person, row: models.Model, by: Account | None, by_person: bool = False, reason: str = "") -> Withholding:
    """Keep one thing off the person's page: as they asked, or with a reason. It is read together, and leaves no gap or count there.

    Raises SharingError without a reason where it was not their own wish.
    """
    if not by_person and not reason.strip():
        raise SharingError(_("Say why, in a few words: they may read it one day."))
    return _kept(person, row, by, kind=Withholding.Kind.KEPT_OFF, by_person=by_person, reason=reason.strip())


@transaction.atomic
def keep_looks_off(*, person: Person, like: Entry) -> None:
    """Keep off the page who looked, on one day and one ground, as one look of theirs: for the person, at their own door."""
    day = timezone.localtime(like.at).date()
    begins = timezone.make_aware(datetime.combine(day, time.min))
    alike = Entry.objects.filter(subject=subject_of(person), kind=Entry.Kind.READ, by=like.by, ground=like.ground)
    for look in alike.filter(at__gte=begins, at__lt=begins + timedelta(days=1)):
        keep_off(person=person, row=look, by=None, by_person=True)


@transaction.atomic
def withhold(*, person: Person, row: models.Model, ground: str, reason: str, by: Account) -> Withholding:
    """Withhold one thing even when everything is asked for. The information lead looks at it. Raises SharingError without a reason."""
    if not reason.strip():
        raise SharingError(_("Say why, in a few words: the information lead reads it."))
    return _kept(person, row, by, kind=Withholding.Kind.LAW, ground=ground, reason=reason.strip())


def _kept(person: Person, row: models.Model, by: Account | None, *, kind: str, **said: object) -> Withholding:
    known = {"label": row._meta.label_lower, "row": row.pk, "kind": kind}
    Person.objects.select_for_update().get(pk=person.pk)
    standing = Withholding.objects.standing().filter(person=person, **known).first()
    if standing:
        return standing
    kept = Withholding.objects.create(person=person, by=by, **known, **said)
    write_entry(act="sharing.kept_off" if kind == Withholding.Kind.KEPT_OFF else "sharing.withheld", by=by, subject=person)
    return kept


@transaction.atomic
def put_back(*, withholding: Withholding, by: Account | None) -> Withholding:
    """It stands on the page again."""
    withholding = Withholding.objects.select_for_update().select_related("person").get(pk=withholding.pk)
    if withholding.ended_at is None:
        withholding.ended_at, withholding.ended_by = timezone.now(), by
        withholding.save(update_fields=["ended_at", "ended_by"])
        write_entry(act="sharing.put_back", by=by, subject=withholding.person)
    return withholding


@transaction.atomic
def look_at_withholding(*, withholding: Withholding, stands: bool, by: Account) -> Withholding:
    """The information lead has looked at what is withheld: it stands, or it ends."""
    withholding = Withholding.objects.select_for_update().select_related("person").get(pk=withholding.pk)
    withholding.looked_at, withholding.looked_by = timezone.now(), by
    withholding.save(update_fields=["looked_at", "looked_by"])
    write_entry(act="sharing.withholding_looked_at", by=by, subject=withholding.person)
    return withholding if stands else put_back(withholding=withholding, by=by)
