"""Tags that draw maps as SVG on the server: who is in a life, what lies behind a problem, how in control.

Things are read by name from objects or dicts, so a door passes rows as they are and no room is known here.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import template
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alongside.core import cause_kept, ecomap_kept
from alongside.core import cause_map as causes_core
from alongside.core import checkins as checkins_core
from alongside.core import ecomap as ecomap_core

register = template.Library()

STRENGTHS = {
    "strong": _("strong"),
    "ordinary": _("ordinary"),
    "strained": _("strained"),
    "broken": _("broken"),
    "wished": _("wished for"),
}
FLOWS = {
    "none": "",
    "to_them": _("help goes to them"),
    "from_them": _("help comes from them"),
    "both": _("help goes both ways"),
}
SEEN_BY = {"theirs": _("their view"), "ours": _("our view"), "together": _("seen together")}

Context = dict[str, Any]
Leads = Iterable[object]


def _read(thing: object, name: str) -> Any:
    return thing[name] if isinstance(thing, dict) else getattr(thing, name)


def _at(thing: object) -> tuple[float, float] | None:
    """Where it was put; None where nobody did, or where the rows know of no places."""
    x, y = (thing.get(name) if isinstance(thing, dict) else getattr(thing, name, None) for name in ("x", "y"))
    return None if x is None or y is None else (float(x), float(y))


def read_ties(ties: Iterable[object]) -> list[ecomap_core.Tie]:
    return [
        ecomap_core.Tie(
            str(_read(tie, "pk")),
            str(_read(tie, "name")),
            str(_read(tie, "relation") or ""),
            strength=_read(tie, "strength"),
            flow=_read(tie, "flow"),
            at=_at(tie),
        )
        for tie in ties
    ]


@register.inclusion_tag("maps/_ecomap.html")
def ecomap(name: str, ties: Iterable[object], map_id: str = "ecomap", as_list: bool = True) -> Context:
    """People round a person. Each tie has pk, name, relation, strength and flow.

    map_id: unlike that of any other map on the page. as_list: whether the same stands below in words.
    """
    read = read_ties(ties)
    layout = ecomap_kept.draw(name, read)
    words = [", ".join(filter(None, (tie.name, tie.relation, str(STRENGTHS[tie.strength]), str(FLOWS[tie.flow])))) for tie in read]
    kinds = [(STRENGTHS[kind], sum(tie.strength == kind for tie in read)) for kind in STRENGTHS]
    return {
        "map": layout,
        "drawn": list(zip(layout.ties, words, strict=True)),
        "words": words,
        "kinds": ", ".join(f"{count} {kind}" for kind, count in kinds if count),
        "strengths": {tie.strength for tie in read},
        "helps": any(tie.flow != "none" for tie in read),
        "name": name,
        "map_id": map_id,
        "as_list": as_list,
    }


def cause_layout(causes: Iterable[object], leads: Leads) -> causes_core.Layout:
    read = [
        causes_core.Cause(
            str(_read(cause, "pk")),
            str(_read(cause, "what")),
            _read(cause, "seen_by"),
            eased=_read(cause, "eased_on") is not None,
            met=bool(_read(cause, "is_how_we_met")),
            at=_at(cause),
        )
        for cause in causes
    ]
    return cause_kept.draw(read, [(str(_read(lead, "cause_id")), str(_read(lead, "effect_id"))) for lead in leads])


def in_words(layout: causes_core.Layout) -> list[str]:
    """Each circle as a sentence: A leads to B, which leads to C, which leads back to A."""
    what = {placed.cause.id: placed.cause.text for placed in layout.causes}
    sentences = []
    for ring in layout.circles:
        said = gettext("%(cause)s leads to %(effect)s") % {"cause": what[ring[0]], "effect": what[ring[1]]}
        onward = [gettext("which leads to %(effect)s") % {"effect": what[cause]} for cause in ring[2:]]
        back = gettext("which leads back to %(effect)s.") % {"effect": what[ring[0]]}
        sentences.append(", ".join([said, *onward, back]))
    return sentences


@register.simple_tag
def circles_in_words(causes: Iterable[object], leads: Leads) -> list[str]:
    """The vicious circles, a sentence each; takes what `cause_map` takes."""
    return in_words(cause_layout(causes, leads))


@register.inclusion_tag("maps/_cause_map.html")
def cause_map(causes: Iterable[object], leads: Leads, map_id: str = "causes", as_list: bool = True) -> Context:
    """What lies behind it. Each cause has pk, what, seen_by, eased_on, is_how_we_met; each lead cause_id, effect_id.

    map_id: unlike that of any other map on the page. as_list: whether the same stands below in words.
    """
    layout = cause_layout(causes, leads)
    what = {placed.cause.id: placed.cause.text for placed in layout.causes}
    leads_to = {
        placed.cause.id: [what[route.effect] for route in layout.leads if route.cause == placed.cause.id] for placed in layout.causes
    }
    return {
        "map": layout,
        "drawn": [(placed, SEEN_BY[placed.cause.seen_by], leads_to[placed.cause.id]) for placed in layout.causes],
        "circles": in_words(layout),
        "map_id": map_id,
        "as_list": as_list,
    }


@register.inclusion_tag("maps/_checkins.html")
def checkin_line(checkins: Iterable[object], map_id: str = "checkins", as_list: bool = True) -> Context:
    """How in control someone feels over time. Each check-in has on (a date), score (0-10 or None) and expects_more.

    map_id: unlike that of any other map on the page. as_list: whether the same stands below in words.
    """
    read = [
        checkins_core.CheckIn(_read(checkin, "on").toordinal(), _read(checkin, "score"), bool(_read(checkin, "expects_more")))
        for checkin in checkins
    ]
    layout = checkins_core.lay_out(read)
    drawn = [(point, date.fromordinal(point.checkin.day)) for point in layout.points]
    scored = [pair for pair in drawn if pair[0].checkin.score is not None]
    return {
        "map": layout,
        "drawn": drawn,
        "scored": scored,
        "without": len(drawn) - len(scored),
        "expects_more": any(point.checkin.expects_more for point in layout.points),
        "map_id": map_id,
        "as_list": as_list,
    }
