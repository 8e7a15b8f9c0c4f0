"""A column for a date known to the year, the month or the day."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Length

from alongside.core.partial_date import PartialDate

models.CharField.register_lookup(Length)


if TYPE_CHECKING:
    TextColumn = models.CharField[PartialDate | None, PartialDate | None]
else:
    TextColumn = models.CharField


class PartialDateField(TextColumn):
    """Stores a PartialDate as '1985', '1985-01' or '1985-01-19'; sorts by time. Empty is None."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 10
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, *_: object) -> PartialDate | None:
        return PartialDate(value) if value else None

    def value_to_string(self, obj: Any) -> str:
        value = self.value_from_object(obj)
        return value.text if value else ""

    def to_python(self, value: Any) -> PartialDate | None:
        if value is None or isinstance(value, PartialDate):
            return value
        try:
            return PartialDate(value) if value else None
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def get_prep_value(self, value: Any) -> str | None:
        if value is None or value == "":
            return None
        return value.text if isinstance(value, PartialDate) else str(PartialDate(value).text)


def known_to_year_month_or_day(field: str, name: str) -> models.CheckConstraint:
    """The database's own hold on the three lengths such a date can have."""
    return models.CheckConstraint(condition=models.Q(**{f"{field}__length__in": [4, 7, 10]}) | models.Q(**{field: None}), name=name)
