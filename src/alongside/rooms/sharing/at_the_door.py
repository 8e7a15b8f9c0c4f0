"""What stands on the person's own page. Every row of every part of it, of what is printed and taken away, comes through here.

What is kept off leaves no gap, no count and no notice: it is not in the rows that come out.
"""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from alongside.core.passages import Passage, passages
from alongside.rooms.journal.acts import subject_of
from alongside.rooms.journal.models import Entry
from alongside.rooms.journeys.models import Conversation, Involvement, Journey
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.guests import Guest
from alongside.rooms.sharing.models import Agreement, BreakGlass, Disagreement, Telling, Withholding

# Holdings of which nothing is ever on the page: about somebody else, of use to us alone, or a list of what is kept off itself.
NEVER = {
    "journeys.aboutanother",
    "journeys.sharedtalk",
    "journeys.sharedwith",
    "merging.merging",
    "people.findingkey",
    "people.keptmap",
    "rights.hold",
    "rights.redaction",
    "sharing.cleared",
    "sharing.named",
    "sharing.withholding",
}
# Fields that may put someone in danger on a phone that others hold, or that are keys of ours. They are read together.
NEVER_FIELDS = {
    "people.person": {"reach", "safety_note", "somewhere_safe", "sealed_on", "sealed_by", "arrival"},
    "sharing.breakglass": {"reason", "not_told_because", "found", "looked_at", "looked_by"},
    "sharing.personlink": {"who_else", "token_digest", "code_to", "reach_digest"},
    "sharing.doorcode": {"digest"},
    "sharing.sitting": {"key_digest"},
    "sharing.telling": {"why_not_known"},
    "finding.ringrequest": {"ring_on"},
    "journeys.involvement": {"seen_by_lead_alone"},
    "attachments.picture": {"preview"},
    "people.tie": {"other", "x", "y", "taken_out_at", "taken_out_by"},
    "journeys.cause": {"x", "y", "taken_out_at", "taken_out_by"},
}
ENTRY = "journal.entry"


def at_the_door(guest: Guest, model: type[models.Model]) -> Any:
    """The rows of one holding that stand on the page, as the model's own queryset.

    A row that hangs on another which is kept off is kept off with it.
    """
    label = model._meta.label_lower
    rows = model._default_manager.filter(**{model.person_path: guest.person.pk})  # type: ignore[attr-defined]  # a test holds that each has one
    if label in NEVER or not guest.may_see(getattr(model, "part", None)):
        return rows.none()
    rows = rows.exclude(pk__in=Withholding.objects.rows_of(guest.person, label))
    has = {field.name for field in model._meta.concrete_fields}
    rows = rows.filter(**{name: value for name, value in {"kept_off": False, "taken_out_at": None}.items() if name in has})
    for name, parent in _parents(model):
        rows = rows.filter(**{f"{name}__in": at_the_door(guest, parent).values("pk")})
    return ALSO[label](guest, rows) if label in ALSO else rows


def _parents(model: type[models.Model]) -> list[tuple[str, type[models.Model]]]:
    """The rows a row cannot be without, but for the person and our time with them, in which everything hangs."""
    fields = [field for field in model._meta.concrete_fields if field.is_relation and not field.null]
    found = [(field.name, field.related_model) for field in fields]
    return [(name, to) for name, to in found if hasattr(to, "person_path") and to not in (Person, Journey)]  # type: ignore[misc]


def words_at_the_door(conversation: Conversation) -> list[Passage]:
    """A conversation's paragraphs without those that are about somebody else. Reads `about_others`, which may be prefetched."""
    others = {mark.passage for mark in conversation.about_others.all()}
    return [one for one in passages(conversation.words) if one.text not in others]


def fields_at_the_door(model: type[models.Model]) -> set[str]:
    """The names of the personal fields of a holding that may be seen at the door."""
    return set(model.why) - NEVER_FIELDS.get(model._meta.label_lower, set())  # type: ignore[attr-defined]


def _cleared(guest: Guest, rows: Any) -> Any:
    """Once its writer has confirmed that it holds no one else's private facts; and not when nothing of it is about the person."""
    rows = rows.filter(cleared__isnull=False)
    marked = rows.filter(about_others__isnull=False).distinct().prefetch_related("about_others")
    return rows.exclude(pk__in=[one.pk for one in marked if not words_at_the_door(one)])


def _known_to_them(guest: Guest, rows: Any) -> Any:
    """What they did not know of is told face to face, not by a phone."""
    return rows.filter(knew=True)


def _without_danger(guest: Guest, rows: Any) -> Any:
    return rows.filter(not_told_because="")


def _beside_what_is_there(guest: Guest, rows: Any) -> Any:
    """Their words beside a text go where the text goes: they may say what is in it."""
    labels = list(rows.order_by().values_list("label", flat=True).distinct())
    there = Q(pk__in=[])
    for label in labels:
        there |= Q(label=label, row__in=at_the_door(guest, apps.get_model(label)).values("pk"))
    return rows.filter(there)


ALSO: dict[str, Callable[[Guest, Any], Any]] = {
    Conversation._meta.label_lower: _cleared,
    Telling._meta.label_lower: _known_to_them,
    BreakGlass._meta.label_lower: _without_danger,
    Disagreement._meta.label_lower: _beside_what_is_there,
}


def looks_at_the_door(guest: Guest) -> "models.QuerySet[Entry]":
    """Who opened the person's story, the newest first: for the person alone.

    Left out are looks that were kept off, those of an emergency of which they were not told because of danger, those under a sharing
    or a duty that is not on the page, and those of a helper who is kept off it.
    """
    person = guest.person
    if not guest.is_the_person:
        return Entry.objects.none()
    untold = BreakGlass.objects.filter(person=person, by=OuterRef("by"), at__lte=OuterRef("at"), until_at__gt=OuterRef("at"))
    shared = [at_the_door(guest, model).exclude(account=None).values("account") for model in (Agreement, Telling)]
    hidden = Involvement.objects.filter(pk__in=Withholding.objects.rows_of(person, Involvement._meta.label_lower)).values("account")
    looks = Entry.objects.filter(subject=subject_of(person), kind=Entry.Kind.READ)
    looks = looks.exclude(pk__in=Withholding.objects.rows_of(person, ENTRY))
    looks = looks.exclude(Exists(untold.exclude(not_told_because="")), ground="emergency")
    looks = looks.filter(~Q(ground="shared") | Q(by__in=shared[0]) | Q(by__in=shared[1]))
    return looks.exclude(Q(by__isnull=False) & Q(by__in=hidden)).select_related("by__organisation").order_by("-at", "-pk")
