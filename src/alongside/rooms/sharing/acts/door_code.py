"""The code that opens a link: asked for at the door, sent another way, given once.

A link that is known, stopped, guessed or invented takes the same statements up to the code, and the door says the same of each.
"""

import hmac
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.acts import note_read, write_entry
from alongside.rooms.sharing.acts.own_page import digest_of, reach_digest
from alongside.rooms.sharing.models import DoorCode, PersonLink, Sitting
from alongside.rooms.sharing.models.person_link import CODE_LIVES, TRIES
from alongside.rooms.sharing.sending import Message, send_when_kept, sender

MOST_CODES, WHILE = 5, timedelta(hours=1)  # of one link: twenty-five guesses an hour, among a million
IDLE = timedelta(minutes=30)
NOBODY = "sharing.personlink"  # the subject of entries about a link that opens nothing


@transaction.atomic
def ask_for_code(*, token: str) -> None:
    """Make a code for a link and send it, where it opens something and may be sent. Returns nothing, whichever it was.

    Beyond MOST_CODES in an hour, none is made.
    """
    link = _link_of(token)
    now = timezone.now()
    DoorCode.objects.filter(link=None, at__lt=now - WHILE).delete()
    asked = DoorCode.objects.filter(Q(link=link) if link else Q(link__isnull=True), at__gt=now - WHILE).count()
    if asked >= MOST_CODES:
        write_entry(act="sharing.code_refused", by=None, subject=link or NOBODY)
        return
    code = _make_code(link)
    write_entry(act="sharing.code_asked", by=None, subject=link or NOBODY)
    if link and may_be_sent(link):
        body = _("Your code: %(code)s") % {"code": code}
        send_when_kept(Message(way=link.code_by, to=link.code_to, body=body))


@transaction.atomic
def speak_code(*, link: PersonLink, by: Account) -> str:
    """A code for a worker to say, on the phone or face to face. It is returned this once, and kept nowhere. Codes before it end."""
    code = _make_code(PersonLink.objects.standing().get(pk=link.pk))
    write_entry(act="sharing.code_spoken", by=by, subject=link.person)
    return code


@transaction.atomic
def give_code(*, token: str, code: str) -> str | None:
    """Open the page, once, with the newest code of a link. Returns the key of the sitting for that browser's cookie, or nothing.

    Each try counts before it is looked at, so that of many at once no more than TRIES are.
    """
    link = _link_of(token)
    now = timezone.now()
    newest = DoorCode.objects.filter(Q(link=link) if link else Q(link__isnull=True)).order_by("-pk").first()
    pk, digest = (newest.pk, newest.digest) if newest else (0, "")
    alive = DoorCode.objects.filter(pk=pk, used_at=None, until_at__gt=now, tries__lt=TRIES)
    tried = alive.update(tries=F("tries") + 1)
    fits = hmac.compare_digest(digest, code_digest("".join(code.split()), link.pk if link else 0))
    if link is None or not (tried and fits):
        write_entry(act="sharing.code_not_right", by=None, subject=link or NOBODY)
        return None
    if not DoorCode.objects.filter(pk=pk, used_at=None).update(used_at=now):
        return None
    key = secrets.token_urlsafe(32)
    Sitting.objects.create(link=link, key_digest=digest_of(key), at=now, until_at=now + IDLE)
    note_read(act="sharing.own_page_opened", by=None, subject=link.person, ground="trusted" if link.trusted_id else "own")
    return key


@transaction.atomic
def end_sitting(*, sitting: Sitting) -> None:
    """The page is closed in that browser."""
    if Sitting.objects.filter(pk=sitting.pk, ended_at=None).update(ended_at=timezone.now()):
        write_entry(act="sharing.own_page_closed", by=None, subject=sitting.link.person)


def code_digest(code: str, link_pk: int) -> str:
    """Keyed with the installation's secret: a million codes are tried in a second by whoever holds a copy of the database."""
    return hmac.digest(settings.SECRET_KEY.encode(), f"door-code:{link_pk}:{code}".encode(), "sha256").hex()


def may_be_sent(link: PersonLink) -> bool:
    """Whether a code goes out by itself: never with nothing stated, nor where *how to reach them* was changed since it was chosen."""
    if link.code_by not in sender().ways or not link.code_to:
        return False
    return bool(link.trusted_id) or (bool(link.person.reach.strip()) and link.reach_digest == reach_digest(link.person))


def _link_of(token: str) -> PersonLink | None:
    """The link that stands behind a token. Costs one query whatever the token."""
    here = Q(trusted=None) | Q(trusted__ended_at=None) & (Q(trusted__until_on=None) | Q(trusted__until_on__gte=timezone.localdate()))
    arrived = Q(person__arrival=None) | Q(person__arrival__landed_at__isnull=False)
    return PersonLink.objects.standing().filter(here, arrived, token_digest=digest_of(token)).select_related("person", "trusted").first()


def _make_code(link: PersonLink | None) -> str:
    code, now = f"{secrets.randbelow(1_000_000):06}", timezone.now()
    DoorCode.objects.create(link=link, digest=code_digest(code, link.pk if link else 0), at=now, until_at=now + CODE_LIVES)
    return code
