"""Writing a team's framework."""

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.framework.models import Framework
from alongside.rooms.framework.rules import PRINCIPLES, PURPOSE
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.teams.models import Team


class FrameworkError(Exception):
    """What stands in the way, in words for a team to read."""


@transaction.atomic
def begin_framework(*, team: Team, by: Account) -> Framework:
    """Give a team the framework that every team begins with, as version 1."""
    first = Framework.objects.create(team=team, version=1, purpose=str(PURPOSE), principles=[str(one) for one in PRINCIPLES], by=by)
    write_entry(act="framework.framework_begun", by=by, subject=first)
    return first


@transaction.atomic
def write_framework(*, team: Team, since_version: int, purpose: str, principles: list[str], because: str, by: Account) -> Framework:
    """Write a new version; the old ones are kept.

    since_version: the version the writer had before them. Raises FrameworkError when somebody wrote another meanwhile, and
    when no principle is left.
    """
    Team.objects.select_for_update().get(pk=team.pk)
    newest = Framework.objects.filter(team=team).newest_first().first()
    version = newest.version if newest else 0
    if version != since_version:
        raise FrameworkError(
            _("Someone in the team wrote a newer version meanwhile. Nothing of yours was saved: read theirs beside it, then save again.")
        )
    kept = [line.strip() for line in principles if line.strip()]
    if not kept or not purpose.strip():
        raise FrameworkError(_("A framework needs its purpose and at least one principle."))
    written = Framework.objects.create(
        team=team, version=version + 1, purpose=purpose.strip(), principles=kept, changed_because=because.strip(), by=by
    )
    write_entry(act="framework.framework_written", by=by, subject=written)
    return written
