from django.db import models

from alongside.core.reference import new_reference
from alongside.rooms.accounts.models import Authored


class Arrival(Authored):
    """One spreadsheet of people brought in. Until it has landed, whole, nobody in it is seen by anyone."""

    ref = models.CharField(max_length=12, unique=True, default=new_reference, editable=False)
    landed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.ref
