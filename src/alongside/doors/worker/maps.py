"""The two maps as the page draws them: things with their places, in the same layout as the server's own drawing; and their changes."""

from collections.abc import Callable
from datetime import date
from typing import Any

from alongside.core import ecomap_kept
from alongside.core.bends import bends
from alongside.core.cause_kept import boxed
from alongside.core.circles import Edge
from alongside.core.two_editors import as_it_stands
from alongside.doors.worker.forms.parts import CauseOnMapForm, TieForm
from alongside.doors.worker.map_changes import Change, MapChanges
from alongside.doors.worker.page import current_journey
from alongside.foundation.templatetags.maps import cause_layout, in_words, read_ties
from alongside.rooms.journeys.acts import add_cause, change_cause, join_causes, part_causes, place_causes, put_back_cause, take_out_cause
from alongside.rooms.journeys.models import Cause, LeadsTo
from alongside.rooms.people.acts import add_tie, change_tie, place_ties, put_back_tie, take_out_tie
from alongside.rooms.people.models import Person, Tie

Map = dict[str, Any]


def ties_map(person: Person) -> Map:
    """Ties around the person, who stands at (0, 0). Without what is kept off: the map is looked at together."""
    rows = list(Tie.objects.of(person).filter(kept_off=False))
    drawn = ecomap_kept.draw(person.called, read_ties(rows))
    things = []
    for row, one in zip(rows, drawn.ties, strict=True):
        box = one.box
        at = ((box.left + box.right) / 2 - drawn.cx, (box.top + box.bottom) / 2 - drawn.cy)
        known = {"name": row.name, "relation": row.relation, "strength": row.strength, "flow": row.flow}
        things.append(_thing(row, known, at, (box.right - box.left, box.bottom - box.top), [line.text for line in one.lines]))
    me = {"radius": drawn.radius, "lines": [line.text for line in drawn.name_lines], "size": drawn.name_size}
    return {"kind": "ties", "things": things, "leads": [], "circles": [], "me": me}


def causes_map(person: Person) -> Map:
    """What lies behind it, and what leads to what. Without what is kept off."""
    rows = list(Cause.objects.of(person).filter(kept_off=False))
    leads = list(LeadsTo.objects.of(person).filter(cause__kept_off=False, effect__kept_off=False))
    drawn = cause_layout(rows, leads)
    boxes, edges = boxed(drawn), [(str(lead.cause_id), str(lead.effect_id)) for lead in leads]
    bowed, on_circle = bends(boxes, edges), {(route.cause, route.effect) for route in drawn.leads if route.on_circle}
    things = []
    for row, one in zip(rows, drawn.causes, strict=True):
        known = {"what": row.what, "seen_by": row.seen_by, "eased": row.eased, "is_how_we_met": row.is_how_we_met}
        known |= {"eased_on": row.eased_on.isoformat() if row.eased_on else None, "on_circle": one.on_circle}
        box = boxes[str(row.pk)]
        things.append(_thing(row, known, box.at, (box.width, box.height), [text for text, _y in one.lines]))
    return {"kind": "causes", "things": things, "leads": [_lead(edge, bowed, on_circle) for edge in edges], "circles": in_words(drawn)}


def _lead(edge: Edge, bowed: dict[Edge, float], on_circle: set[Edge]) -> Map:
    ends = {"cause": int(edge[0]), "effect": int(edge[1])}
    return {**ends, "cause_id": ends["cause"], "effect_id": ends["effect"], "bend": bowed[edge], "on_circle": edge in on_circle}


def _thing(row: Any, known: Map, at: tuple[float, float], size: tuple[float, float], lines: list[str]) -> Map:
    put = row.x is not None
    placed = {"x": round(at[0]), "y": round(at[1]), "width": size[0], "height": size[1], "lines": lines, "put": put}
    stood = as_it_stands(row, [*(name for name in known if name not in ("eased_on", "on_circle")), "x", "y"])
    return {"pk": row.pk, "key": str(row.client_key or ""), "stood": stood, **known, **placed}


class TieChanges(MapChanges):
    model, form, names = Tie, TieForm, ("name", "relation", "strength", "flow")
    puts, takes_out, puts_back = place_ties, take_out_tie, put_back_tie

    def add(self, change: Change) -> Change:
        tie = add_tie(person=self.person, by=self.by, **self.said({"name": change.get("name", "")}), **self.spot(change))
        return {"do": "take_out", "id": tie.pk}

    def save(self, row: Tie, said: dict[str, Any], change: Change) -> None:
        change_tie(tie=row, by=self.by, as_it_stood=change.get("stood"), **said)


class CauseChanges(MapChanges):
    model, form, names = Cause, CauseOnMapForm, ("what", "seen_by", "eased", "is_how_we_met")
    puts, takes_out, puts_back = place_causes, take_out_cause, put_back_cause

    def more(self) -> dict[str, Callable[[Change], Change]]:
        return {"join": self.join, "part": self.part}

    def change(self, change: Change) -> Change:
        """The day on which it eased comes back with it."""
        was = self.row(change).eased_on
        return {**super().change(change), "on": was.isoformat() if was else None}

    def add(self, change: Change) -> Change:
        known, spot = self.said({"what": change.get("what", "")}), self.spot(change)
        cause = add_cause(journey=current_journey(self.person, self.viewer), by=self.by, **known, **spot)
        return {"do": "take_out", "id": cause.pk}

    def save(self, row: Cause, said: dict[str, Any], change: Change) -> None:
        on = min(date.fromisoformat(change["on"]), self.viewer.on) if change.get("on") else self.viewer.on
        change_cause(cause=row, by=self.by, on=on, as_it_stood=change.get("stood"), **said)

    def join(self, change: Change) -> Change:
        cause, effect = self.row({"id": change["cause"]}), self.row({"id": change["effect"]})
        join_causes(cause=cause, effect=effect, by=self.by)
        return {"do": "part", "cause": cause.pk, "effect": effect.pk}

    def part(self, change: Change) -> Change:
        ends = {"cause": int(change["cause"]), "effect": int(change["effect"])}
        for leads in LeadsTo.objects.visible_to(self.viewer).of(self.person).filter(**ends):
            part_causes(leads=leads, by=self.by)
        return {"do": "join", **ends}
