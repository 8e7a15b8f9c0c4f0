"""How often somebody searches: told to the journal without a word of what was sought, and limited."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, Max
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.finding.errors import TooManySearches
from alongside.rooms.journal.acts import note_read
from alongside.rooms.journal.models import Entry

ACT, LIMIT_MET = "finding.searched", "finding.limit_met"
WINDOW = timedelta(minutes=10)


def note_search(*, by: Account) -> None:
    """Tell the journal that somebody searched. Costs two queries, whatever is sought.

    Raises TooManySearches, and tells the journal of that, once settings.MOST_SEARCHES in WINDOW are used up.
    """
    recent = Entry.objects.filter(by=by, act=ACT, at__gte=timezone.now() - WINDOW)
    if recent.count() >= settings.MOST_SEARCHES:
        note_read(act=LIMIT_MET, by=by, subject="finding.search", ground="")
        raise TooManySearches(_("That was a lot of searches. Wait a few minutes, then look again."))
    note_read(act=ACT, by=by, subject="finding.search", ground="")


def searches_since(moment: datetime) -> list[tuple[str, str, int, int, datetime]]:
    """Who searched how often, most first, for the information lead: called, e-mail, searches, times over the limit, last."""
    counted: Any = Entry.objects.filter(act__in=[ACT, LIMIT_MET], at__gte=moment).values("by__called", "by__email", "act")
    rows: dict[str, tuple[str, str, int, int, datetime]] = {}
    for one in counted.annotate(many=Count("pk"), last=Max("at")):
        email = one["by__email"]
        called, _email, searches, over, last = rows.get(email, (one["by__called"], email, 0, 0, one["last"]))
        searches, over = searches + one["many"] * (one["act"] == ACT), over + one["many"] * (one["act"] == LIMIT_MET)
        rows[email] = called, email, searches, over, max(last, one["last"])
    return sorted(rows.values(), key=lambda row: (-row[2], row[1]))
