"""The person's permission: given for some parts, to somebody, for something; and taken back."""

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
from alongside.rooms.sharing.models import AgreedPart, Agreement


@transaction.atomic
def agree_to_share(*, person: Person, parts: Collection[str], what_for: str, on: date, by: Account, **said: Any) -> Agreement:
    """Write down what the person agreed to. said: account, or name and organisation; until_on; how, and who agreed in what right.

    Raises SharingError where it is not clear with whom, what for, which parts, or in what right somebody else agreed.
    """
    agreement = Agreement(person=person, what_for=what_for.strip(), from_on=on, by=by, **said)
    _must_be_clear(agreement, parts)
    agreement.save()
    AgreedPart.objects.bulk_create([AgreedPart(agreement=agreement, part=Part(part)) for part in Part.values if part in parts])
    write_entry(act="sharing.agreed", by=by, subject=person)
    return agreement


def _must_be_clear(agreement: Agreement, parts: Collection[str]) -> None:
    how, ways = agreement.how, Agreement.How
    wrong = [
        (not agreement.account and not agreement.name.strip(), _("Say with whom it is shared.")),
        (not agreement.what_for, _("Say what for, in a few words.")),
        (not parts, _("Choose what is shared.")),
        (bool(agreement.until_on and agreement.until_on < agreement.from_on), _("That day has gone by. Choose a later one, or none.")),
        (how != ways.THEMSELF and not agreement.who_agreed.strip(), _("Say who supported them, or who decided.")),
        (how == ways.AUTHORITY and not agreement.authority_seen_on, _("Say on which day you saw that they may decide this.")),
        (
            how == ways.BEST_INTERESTS and not (agreement.capacity_on and agreement.capacity_words.strip()),
            _("Say why this decision was not theirs to make, and on which day that was found."),
        ),
    ]
    for is_wrong, words in wrong:
        if is_wrong:
            raise SharingError(words)


@transaction.atomic
def withdraw(*, agreement: Agreement, by: Account | None) -> Agreement:
    """Take permission back: it opens nothing on the next request. by: nobody of ours, where the person did it at their own door."""
    agreement = Agreement.objects.select_for_update().select_related("person").get(pk=agreement.pk)
    if agreement.withdrawn_at is None:
        agreement.withdrawn_at, agreement.withdrawn_by = timezone.now(), by
        agreement.save(update_fields=["withdrawn_at", "withdrawn_by"])
        write_entry(act="sharing.withdrawn", by=by, subject=agreement.person)
    return agreement
