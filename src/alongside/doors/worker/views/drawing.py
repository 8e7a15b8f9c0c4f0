"""The maps, drawn together: the page, each small change of it, and maps kept as they were one day."""

import json
from typing import Any, NamedTuple

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.core.two_editors import ChangedMeanwhile
from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.carrying_out import carried_out
from alongside.doors.worker.forms.parts import CauseOnMapForm, KeepMapForm, TieForm
from alongside.doors.worker.map_changes import MapChanges
from alongside.doors.worker.maps import CauseChanges, Map, TieChanges, causes_map, ties_map
from alongside.doors.worker.opening import opens_person
from alongside.rooms.journeys.errors import JourneyError
from alongside.rooms.people.acts import keep_map
from alongside.rooms.people.errors import PersonError
from alongside.rooms.people.models import KeptMap, Person

# The one style element that Cytoscape puts into a page; a test reads it back out of the library.
CYTOSCAPE_STYLE = "sha256-pgvDUBa4IjFA2yuSJ2cqcyxmNYJMborsd0ORcRv9vw8="


class Kind(NamedTuple):
    drawn: Any
    changes: type[MapChanges]
    form: Any


KINDS = {"ties": Kind(ties_map, TieChanges, TieForm), "causes": Kind(causes_map, CauseChanges, CauseOnMapForm)}


@require_http_methods(["GET", "POST"])
@opens_person
def ties_drawn(request: SignedIn, person: Person) -> HttpResponse:
    return _drawn(request, person, "ties")


@require_http_methods(["GET", "POST"])
@opens_person
def causes_drawn(request: SignedIn, person: Person) -> HttpResponse:
    return _drawn(request, person, "causes")


def _drawn(request: SignedIn, person: Person, kind: str) -> HttpResponse:
    if request.method == "POST":
        return _changed(request, person, KINDS[kind])
    drawn = KINDS[kind].drawn(person)
    page = render(
        request, "worker/drawing.html", {"person": person, "map": drawn, "kind": kind, "form": KINDS[kind].form(auto_id="sheet_%s")}
    )
    page.styles_by_digest = [CYTOSCAPE_STYLE]  # type: ignore[attr-defined]  # read by the middleware
    return page


def _changed(request: SignedIn, person: Person, kind: Kind) -> HttpResponse:
    """One change. What was refused answers with the reason, and with the map as it stands now."""
    places = {thing["pk"]: (thing["x"], thing["y"]) for thing in kind.drawn(person)["things"]}
    try:
        undo = kind.changes(person, request.viewer, request.user, places).carry_out(_sent(request))
    except (PersonError, JourneyError) as refusal:
        return _refused(str(refusal), kind.drawn(person))
    except ChangedMeanwhile as meanwhile:
        said = _("Somebody changed “%(name)s” meanwhile. Yours was not saved; this is how it stands now.")
        return _refused(said % {"name": str(meanwhile.row)}, kind.drawn(person))
    except Http404:
        return _refused(_("Somebody took that out meanwhile. This is how the map stands now."), kind.drawn(person))
    return JsonResponse({"map": kind.drawn(person), "undo": undo})


def _sent(request: SignedIn) -> dict[str, Any]:
    try:
        said = json.loads(request.body)
    except ValueError:
        said = None
    return said if isinstance(said, dict) else {}


def _refused(reason: str, drawn: Map) -> HttpResponse:
    return JsonResponse({"refused": reason, "map": drawn}, status=422)


@require_http_methods(["GET", "POST"])
@opens_person
def kept_maps(request: SignedIn, person: Person) -> HttpResponse:
    """Maps kept as they were, and keeping today's."""
    form = KeepMapForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        content = KINDS[form.cleaned_data["kind"]].drawn(person)
        if carried_out(form, keep_map, person=person, content=content, on=request.viewer.on, by=request.user):
            return redirect("worker:kept_maps", person.ref)
    listed = list(KeptMap.objects.of(person).select_related("by").defer("content"))
    return render(request, "worker/kept_maps.html", {"person": person, "form": form, "kept": listed}, status=422 if form.errors else 200)


@require_safe
@opens_person
def kept_map(request: SignedIn, person: Person, pk: int) -> HttpResponse:
    one = get_object_or_404(KeptMap.objects.visible_to(request.viewer).of(person).select_related("by"), pk=pk)
    leads = [{"cause_id": lead["cause"], "effect_id": lead["effect"]} for lead in one.content.get("leads", [])]
    return render(request, "worker/kept_map.html", {"person": person, "kept": one, "things": one.content["things"], "leads": leads})
