from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.core.likeness.alike import surely_alike
from alongside.core.likeness.keys import sure_keys_for
from alongside.core.likeness.known import Known
from alongside.core.likeness.sought import Sought
from alongside.rooms.accounts.models import Account
from alongside.rooms.finding.errors import FindingError
from alongside.rooms.finding.models import RingRequest
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.models import FindingKey, Person

CANDIDATES = 200  # in a place of a million people some fifty were born on one day or the other
A_DAY, MOST_IN_A_DAY = timedelta(days=1), 10


@transaction.atomic
def ask_to_be_rung(*, sought: Sought, ring_on: str, by: Account) -> None:
    """Leave *I am with this person, please ring me*, for whoever leads with the person whom this surely fits, if there is one.

    Returns nothing and costs the same queries whoever was sought: someone of another team, someone sealed, or someone invented.
    Strict: a name that is alike, and the same number or day of birth (or day and month the other way round). Someone sealed is
    never fitted. What was sought is kept nowhere.

    Raises FindingError where less than that was given, and after MOST_IN_A_DAY: whoever is sought makes no difference to either.
    """
    if not ring_on.strip():
        raise FindingError(_("Write the number on which you can be rung."))
    if not sought.words or not (sought.born or sought.numbers):
        raise FindingError(_("A name alone fits too many people. Write when they were born as well, or a number of theirs."))
    if RingRequest.objects.filter(by=by, at__gte=timezone.now() - A_DAY).count() >= MOST_IN_A_DAY:
        raise FindingError(_("You have asked to be rung many times today. Ring your information lead, or try again tomorrow."))
    RingRequest.objects.create(person_id=_whom_it_fits(sought), ring_on=ring_on.strip(), by=by)
    write_entry(act="finding.asked_to_be_rung", by=by, subject="finding.ring_request")


def _whom_it_fits(sought: Sought) -> int | None:
    landed = Q(arrival=None) | Q(arrival__landed_at__isnull=False)
    sharing = FindingKey.objects.filter(key__in=sorted(sure_keys_for(sought))).values("person")
    people = Person.objects.filter(landed, sealed_on=None, pk__in=sharing).order_by("-pk")
    fits = []
    for pk, called, full_name, born, phone, reach in people.values_list("pk", "called", "full_name", "born", "phone", "reach")[:CANDIDATES]:
        if likeness := surely_alike(sought, Known(called, full_name, born, (phone, reach))):
            fits.append((likeness.score, pk))
    return max(fits)[1] if fits else None


@transaction.atomic
def answer_ring_request(*, request: RingRequest, answer: RingRequest.Answer, by: Account) -> RingRequest:
    """Say that we rang, or left it. Whoever asked is told neither.

    The caller obtained `request` as one that waits for `by`. Raises FindingError when it was answered meanwhile.
    """
    request = RingRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if request.answer:
        raise FindingError(_("This was answered already."))
    request.answer, request.answered_at, request.answered_by = answer, timezone.now(), by
    request.save(update_fields=["answer", "answered_at", "answered_by"])
    write_entry(act=f"finding.ring_request_{answer}", by=by, subject=request.person or "finding.ring_request")
    return request
