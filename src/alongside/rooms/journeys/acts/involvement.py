from datetime import date

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.journeys.errors import JourneyError
from alongside.rooms.journeys.models import Involvement, Journey


@transaction.atomic
def ask_in(
    *, journey: Journey, account: Account, what_for: str, yes: bool, on: date, by: Account, seen_by_lead_alone: bool = False
) -> Involvement:
    """Ask a colleague in, with the person's yes; the lead stays. seen_by_lead_alone: the others alongside do not know of them.

    Raises JourneyError without the yes, after the end, and for someone who is alongside already.
    """
    journey = _walking(journey)
    if not yes:
        raise JourneyError(_("Ask them first. Someone is asked in with the person’s yes."))
    if journey.involvements.current(on).filter(account=account).exists():
        raise JourneyError(_("%(name)s is alongside already.") % {"name": account.called})
    joined = Involvement.objects.create(
        journey=journey,
        account=account,
        part=Involvement.Part.ASKED_IN,
        what_for=what_for.strip(),
        yes_on=on,
        yes_heard_by=by,
        from_on=on,
        seen_by_lead_alone=seen_by_lead_alone,
        by=by,
    )
    write_entry(act="journeys.asked_in", by=by, subject=journey.person)
    return joined


@transaction.atomic
def hand_over_lead(*, journey: Journey, to: Account, on: date, by: Account) -> Involvement:
    """Let someone else lead from a day on. Who led stays alongside; of two handing over at once exactly one succeeds.

    Raises JourneyError when they lead already, and after the end.
    """
    journey = _walking(journey)
    leads = journey.involvements.select_for_update().filter(part=Involvement.Part.LEAD, to_on=None).first()
    if leads and leads.account_id == to.pk:
        raise JourneyError(_("%(name)s leads already.") % {"name": to.called})
    if leads:
        _end(leads, on)
        Involvement.objects.create(journey=journey, account=leads.account, part=Involvement.Part.ALONGSIDE, from_on=on, by=by)
    for other in journey.involvements.filter(account=to, to_on=None):
        _end(other, on)
    lead = Involvement.objects.create(journey=journey, account=to, part=Involvement.Part.LEAD, from_on=on, by=by)
    write_entry(act="journeys.lead_handed_over", by=by, subject=journey.person)
    return lead


@transaction.atomic
def step_away(*, involvement: Involvement, on: date, by: Account) -> Involvement:
    """Someone is no longer alongside. Raises JourneyError for the lead, who hands over first, and for who stepped away already."""
    involvement = Involvement.objects.select_for_update().select_related("journey__person").get(pk=involvement.pk)
    if involvement.part == Involvement.Part.LEAD:
        raise JourneyError(_("Whoever leads hands over first, together with the person."))
    if involvement.to_on is not None:
        raise JourneyError(_("They stepped away on %(day)s.") % {"day": date_format(involvement.to_on, "j F Y")})
    _end(involvement, on)
    write_entry(act="journeys.stepped_away", by=by, subject=involvement.journey.person)
    return involvement


def _end(involvement: Involvement, on: date) -> None:
    involvement.to_on = max(on, involvement.from_on)
    involvement.save(update_fields=["to_on"])


def _walking(journey: Journey) -> Journey:
    journey = Journey.objects.select_for_update().get(pk=journey.pk)
    if journey.standing == Journey.Standing.ENDED:
        raise JourneyError(_("Our time together has ended. Welcome them back first."))
    return journey
