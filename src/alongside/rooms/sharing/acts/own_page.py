"""The way to the person's own page: made with a worker, stopped by anyone who is rung."""

import hashlib
import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.errors import SharingError
from alongside.rooms.sharing.models import PersonLink, Trusted
from alongside.rooms.sharing.sending import sender

TOKEN_BYTES = 24


def digest_of(secret: str) -> str:
    """SHA-256: what is digested here is random and long, so that nothing slower is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()


def reach_digest(person: Person) -> str:
    return digest_of(person.reach.strip())


@transaction.atomic
def make_link(
    *,
    person: Person,
    by: Account,
    how: str = PersonLink.How.LINK,
    who_else: str = "",
    code_by: str = "",
    code_to: str = "",
    trusted: Trusted | None = None,
) -> tuple[PersonLink, str]:
    """Choose how the person, or someone they trust, comes to their page. Returns the link and its token, which is kept nowhere.

    The token is empty for paper, together and not at all. What was chosen before ends.
    Raises SharingError where it is not said who else uses the phone, where the code is to go, or how to reach them.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    is_link = how == PersonLink.How.LINK
    token = secrets.token_urlsafe(TOKEN_BYTES) if is_link else ""
    link = PersonLink(person=person, by=by, how=how, who_else=who_else.strip(), trusted=trusted)
    if is_link:
        link.token_digest, link.code_by, link.reach_digest = digest_of(token), code_by, reach_digest(person)
        link.code_to = "" if code_by == PersonLink.CodeBy.VOICE else code_to.strip()
        _must_be_safe(link)
    PersonLink.objects.standing().filter(person=person, trusted=trusted).update(ended_at=timezone.now(), ended_by=by)
    link.save()
    write_entry(act="sharing.link_made", by=by, subject=person)
    return link, token


def _must_be_safe(link: PersonLink) -> None:
    ways = PersonLink.CodeBy
    sent = link.code_by in (ways.TEXT, ways.EMAIL)
    wrong = [
        (not link.who_else, _("Ask first who else uses this phone, and write what they said. “Nobody” is an answer.")),
        (link.code_by not in ways.values, _("Choose how the code reaches them: another way than the link.")),
        (sent and not link.code_to, _("Write where the code goes.")),
        (sent and not link.trusted and not link.person.reach.strip(), _("Write first how to reach them. Without that, nothing is sent.")),
        (sent and link.code_by not in sender().ways, _("Nothing can be sent in this way from here. Choose that we say the code.")),
    ]
    for is_wrong, words in wrong:
        if is_wrong:
            raise SharingError(words)


@transaction.atomic
def stop_link(*, link: PersonLink, by: Account | None) -> PersonLink:
    """It opens nothing on the next request, and closes what is open. by: nobody of ours, where the person stopped it themself."""
    link = PersonLink.objects.select_for_update(of=("self",)).select_related("person").get(pk=link.pk)
    if link.ended_at is None:
        link.ended_at, link.ended_by = timezone.now(), by
        link.save(update_fields=["ended_at", "ended_by"])
        write_entry(act="sharing.link_stopped", by=by, subject=link.person)
    return link
