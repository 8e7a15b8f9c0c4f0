"""What a bringing-in that never landed leaves: rows that nobody can see, taken away again."""

import time

from django.db import transaction

from alongside.rooms.people.models import Arrival, Person

BATCH = 200
PAUSE = 0.1  # seconds, so that other savers get in


def take_away(arrival: Arrival) -> None:
    """Take away everyone under an arrival, in short transactions, and the arrival last. Does nothing once it has landed."""
    theirs = Person.objects.filter(arrival=arrival, arrival__landed_at=None)
    while batch := list(theirs.values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            Person.objects.filter(pk__in=batch).delete()
        if len(batch) == BATCH:
            time.sleep(PAUSE)
    Arrival.objects.filter(pk=arrival.pk, landed_at=None).delete()


def take_away_leftovers() -> None:
    """Take away all that did not land. Call it `alone`: then nobody who has not landed is still on the way."""
    for arrival in Arrival.objects.filter(landed_at=None):
        take_away(arrival)
