from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from alongside.doors.signin.access import for_role
from alongside.doors.signin.request import SignedIn
from alongside.rooms.accounts.models import Role
from alongside.rooms.finding.searches import searches_since

DAYS = 28


@require_GET
@for_role(Role.INFORMATION_LEAD)
def searches(request: SignedIn) -> HttpResponse:
    """How often people searched in the last four weeks, and who met the limit. What they sought is kept nowhere."""
    rows = searches_since(timezone.now() - timedelta(days=DAYS))
    return render(request, "information/searches.html", {"over": [row for row in rows if row[3]], "rows": rows, "days": DAYS})
