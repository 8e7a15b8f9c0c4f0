"""What several of the worker's pages show of a person, and how their forms are known again."""

import hashlib
import re
from typing import Any

from django import template
from django.forms import BaseForm
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from alongside.rooms.journeys.models import Action, Matter
from alongside.rooms.journeys.models.action import LedBy
from alongside.rooms.journeys.models.matter import front_of
from alongside.rooms.people.models import Person

register = template.Library()


@register.inclusion_tag("worker/_head.html")
def person_head(person: Person) -> dict[str, Any]:
    """What they are called and one line of what matters to them. Costs one query."""
    front = front_of(Matter.objects.of(person).holding())
    return {"person": person, "line": front[0] if front else None}


@register.filter
def leader_of(action: Action, person: Person) -> str:
    """Who leads something agreed, by name where there is one."""
    if action.led_by == LedBy.PERSON:
        return person.called
    if action.leader_account:
        return action.leader_account.called
    return action.leader_name or str(action.get_led_by_display()) or _("Nobody yet")


@register.simple_tag
def said_by(matter: Matter, person: Person) -> str:
    """Whose words they are, since when, and whether they were read back."""
    day = date_format(matter.said_on, "j F")
    if matter.from_elsewhere:
        return _("from another system, not written with the person")
    if matter.whose == Matter.Whose.OURS:
        return _("our words, %(day)s") % {"day": day}
    if matter.by is None:
        return _("%(name)s, %(day)s, written by themself") % {"name": person.called, "day": day}
    if matter.read_back_on:
        return _("%(name)s, %(day)s, read back") % {"name": person.called, "day": day}
    return _("%(name)s, %(day)s, as %(hearer)s heard it") % {"name": person.called, "day": day, "hearer": matter.by.called}


@register.simple_tag
def draft(form: BaseForm) -> SafeString:
    """The attributes by which a browser knows a form again whose words it kept; another version has other fields."""
    names = sorted({re.sub(r"_\d+_", "_n_", name) for name in form.fields})
    version = hashlib.sha256(" ".join(names).encode()).hexdigest()[:12]
    return mark_safe(f' data-draft="{type(form).__name__}" data-version="{version}"')  # noqa: S308 (a class's name and a digest)
