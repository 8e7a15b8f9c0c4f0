"""Everything on the page to take away: a first pack over the registry of holdings, through the same filter as the page."""

import base64
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from alongside.rooms.accounts.models import Account
from alongside.rooms.journeys.models import Conversation
from alongside.rooms.people.holdings import Holding, all_holdings
from alongside.rooms.sharing.at_the_door import at_the_door, fields_at_the_door, words_at_the_door
from alongside.rooms.sharing.guests import Guest

Row = dict[str, Any]


def taken_away(guest: Guest, *, in_words: bool = False) -> list[dict[str, Any]]:
    """One entry for each holding of which something is on the page: title, explain, why of each field, rows. Values are JSON's own.

    in_words: fields and choices by what they are called on a page, instead of their names.
    """
    parts = []
    for holding in all_holdings():
        found = [_row(holding, row) for row in _rows(guest, holding)]
        if found:
            why = {name: reason.reason for name, reason in holding.why.items() if any(name in row for row in found)}
            if in_words:
                called = {field.name: capfirst(str(field.verbose_name)) for field in holding.model._meta.concrete_fields}
                found = [{called[name]: _in_words(holding, name, value) for name, value in row.items()} for row in found]
                why = {called[name]: reason for name, reason in why.items()}
            parts.append({"holding": holding.label, "title": _(holding.title), "explain": _(holding.explain), "why": why, "rows": found})
    return parts


def _in_words(holding: Holding, name: str, value: Any) -> Any:
    field: Any = holding.model._meta.get_field(name)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return dict(field.flatchoices).get(value, value) if getattr(field, "choices", None) else value


def _rows(guest: Guest, holding: Holding) -> Any:
    rows = at_the_door(guest, holding.model).order_by("pk")
    fields = {field.name: field for field in holding.model._meta.concrete_fields}
    accounts = [f"{name}__organisation" for name, field in fields.items() if field.related_model is Account]
    rows = rows.select_related(*accounts) if accounts else rows
    return rows.prefetch_related("about_others") if holding.model is Conversation else rows


def _row(holding: Holding, row: models.Model) -> Row:
    """What a row says, and who wrote it down, when. A reference to another row of ours is left out: it may lead to what is kept off."""
    shown = fields_at_the_door(holding.model) | {"at", "by"}
    said: Row = {}
    for field in holding.model._meta.concrete_fields:
        of_account = field.related_model is Account
        if field.name in shown and (of_account or not field.is_relation):
            value = getattr(row, field.name)
            if value not in (None, ""):
                said[field.name] = _who(value) if of_account else _plain(value)
    if isinstance(row, Conversation):
        said["words"] = "\n".join(f"“{one.text}”" if one.theirs else one.text for one in words_at_the_door(row))
    if hasattr(row, "by_id") and row.by_id is None:
        said["by"] = _("you")
    return said


def _who(account: Account) -> str:
    """First name, job and organisation: never an address by which somebody could be written to."""
    return ", ".join(filter(None, (account.called, account.job, account.organisation.name if account.organisation else "")))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return localtime(value).isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    return value if isinstance(value, bool | int | float | str | list | dict) else str(value)
