"""Changes of a map, one at a time: what comes back undoes them, what was sent twice is done once, what is stale overwrites nothing."""

import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from alongside.doors.worker.maps import CauseChanges, TieChanges, causes_map, ties_map
from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.journal.models import Entry
from alongside.rooms.people.acts import change_tie
from alongside.rooms.people.models import KeptMap, Tie
from tests import factories as f
from tests.conftest import Cast

As = Callable[[str], Client]
DRAWN = {"ties": (ties_map, TieChanges), "causes": (causes_map, CauseChanges)}
TEXT = {"ties": "name", "causes": "what"}


def sent(client: Client, cast: Cast, kind: str, **change: Any) -> Any:
    body = json.dumps({"key": str(uuid4()), **change})
    return client.post(f"/people/{cast.sam.ref}/{kind}/map/", body, content_type="application/json")


@pytest.mark.parametrize("kind", ["ties", "causes"])
def test_something_added_where_it_was_put_leaves_the_others_where_they_are(kind: str, cast: Cast, as_: As) -> None:
    sent(as_("maya"), cast, kind, do="add", **{TEXT[kind]: "First"})
    before = DRAWN[kind][0](cast.sam)["things"][0]
    answer = sent(as_("maya"), cast, kind, do="add", at=[70, 130], **{TEXT[kind]: "Second"}).json()
    first, second = answer["map"]["things"]
    assert (second["x"], second["y"], second["put"]) == (70, 130, True)
    assert (first["x"], first["y"]) == (before["x"], before["y"])


def test_what_is_sent_twice_is_done_once(cast: Cast, as_: As) -> None:
    key = str(uuid4())
    one, two = (sent(as_("maya"), cast, "ties", do="add", name="Jo", key=key).json() for _ in range(2))
    assert Tie.objects.count() == 1
    assert one["undo"] == {"do": "take_out", "id": Tie.objects.get().pk}
    assert two["undo"] is None
    assert two["map"]["things"][0]["key"] == key


def test_a_stale_change_overwrites_nothing_and_shows_theirs(cast: Cast, as_: As) -> None:
    tie = f.TieFactory(person=cast.sam, name="Jo")
    change_tie(tie=tie, by=cast.ines, strength="broken")
    stale = {"id": tie.pk, "known": {"strength": "strong"}, "stood": {"strength": "ordinary"}}
    answer = sent(as_("maya"), cast, "ties", do="change", **stale)
    assert answer.status_code == 422
    assert "Jo" in answer.json()["refused"]
    assert answer.json()["map"]["things"][0]["strength"] == "broken"
    assert sent(as_("maya"), cast, "ties", do="take_out", id=tie.pk, stood={"strength": "ordinary"}).status_code == 422
    assert Tie.objects.get().strength == "broken"


def test_what_was_taken_out_is_on_no_page_and_comes_back_as_it_was(cast: Cast, as_: As) -> None:
    tie = f.TieFactory(person=cast.sam, name="Jo", strength="strong", x=5, y=80)
    maya = as_("maya")
    undo = sent(maya, cast, "ties", do="take_out", id=tie.pk).json()["undo"]
    assert "Jo" not in maya.get(f"/people/{cast.sam.ref}/ties/").content.decode()
    assert Tie.every.get().taken_out_by == cast.maya
    assert sent(maya, cast, "ties", **undo).json()["map"]["things"][0]["strength"] == "strong"
    assert list(Entry.objects.filter(kind="write").values_list("act", flat=True)) == ["people.tie_taken_out", "people.tie_put_back"]


NONSENSE: list[dict[str, Any]] = [
    {},
    {"do": "fly"},
    {"do": "add", "name": ""},
    {"do": "add", "name": "W" * 121},
    {"do": "add", "name": "Jo", "at": [9999, 0]},
    {"do": "add", "name": "Jo", "at": ["x"]},
    {"do": "add", "name": "Jo", "at": [float("inf"), 0]},
    {"do": "add", "name": "Jo", "key": "x"},
    {"do": "change", "id": "x", "known": {}},
    {"do": "place", "places": []},
    {"do": "take_out", "id": 777},
]


@pytest.mark.parametrize("change", NONSENSE, ids=str)
def test_nonsense_is_refused_in_words(change: dict[str, Any], cast: Cast, as_: As) -> None:
    answer = sent(as_("maya"), cast, "ties", **change)
    assert (answer.status_code, Tie.every.count()) == (422, 0)
    assert answer.json()["refused"]


def test_what_is_kept_off_is_not_drawn_together(cast: Cast, as_: As) -> None:
    f.TieFactory(person=cast.sam, name="Not for the table", kept_off=True)
    f.CauseFactory(journey=cast.journey, what="Nor this", kept_off=True)
    for kind in ("ties", "causes"):
        page = as_("maya").get(f"/people/{cast.sam.ref}/{kind}/map/").content.decode()
        assert "Not for the table" not in page
        assert "Nor this" not in page


def test_a_map_kept_stays_as_it_was(cast: Cast, as_: As) -> None:
    tie, maya = f.TieFactory(person=cast.sam, name="Jo"), as_("maya")
    assert maya.post(f"/people/{cast.sam.ref}/maps/", {"kind": "ties", "word": "Before the move"}).status_code == 302
    change_tie(tie=tie, by=cast.maya, name="Somebody else")
    page = maya.get(f"/people/{cast.sam.ref}/maps/{KeptMap.objects.get().pk}/").content.decode()
    assert "Jo" in page
    assert "Before the move" in page
    assert "Somebody else" not in page


def test_a_kept_map_of_causes_is_drawn_with_its_arrows(cast: Cast, as_: As) -> None:
    f.LeadsToFactory(cause__journey=cast.journey, effect__journey=cast.journey)
    as_("maya").post(f"/people/{cast.sam.ref}/maps/", {"kind": "causes"})
    page = as_("maya").get(f"/people/{cast.sam.ref}/maps/{KeptMap.objects.get().pk}/").content.decode()
    assert page.count('class="leads') == 1


def test_an_empty_map_is_not_kept(cast: Cast, as_: As) -> None:
    assert as_("maya").post(f"/people/{cast.sam.ref}/maps/", {"kind": "ties"}).status_code == 422


def test_a_name_is_never_markup(cast: Cast, as_: As) -> None:
    for name in ("</script><script>alert(1)</script>", "م" * 80, "W" * 80):
        f.TieFactory(person=cast.sam, name=name, x=0, y=100)
    page = as_("maya").get(f"/people/{cast.sam.ref}/ties/map/").content.decode()
    assert "<script>alert" not in page


def shown(kind: str, person: Any) -> Any:
    """What can be seen of a map: without places nobody chose, and without numbers of the page's own."""
    drawn = DRAWN[kind][0](person)
    things = [{name: value for name, value in thing.items() if name not in ("key", "lines", "stood")} for thing in drawn["things"]]
    return things, sorted((lead["cause"], lead["effect"]) for lead in drawn["leads"])


STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "rename", "known", "place", "take_out", "join", "part"]), st.integers(0, 5), st.integers(0, 5)),
    min_size=1,
    max_size=7,
)


class Undoing(TestCase):
    """Slow: every example is some forty queries."""

    def step(self, kind: str, one: tuple[str, int, int]) -> dict[str, Any] | None:
        do, first, second = one
        pks = [thing["pk"] for thing in DRAWN[kind][0](self.person)["things"]]
        if do == "add":
            return {"do": "add", TEXT[kind]: f"Thing {first}", "at": [first * 9, second * 9]}
        if not pks or (do in ("join", "part") and kind == "ties"):
            return None
        pk, other = pks[first % len(pks)], pks[second % len(pks)]
        known = {"ties": {"strength": Tie.Strength.values[second % 5]}, "causes": {"eased": second % 2 == 0}}[kind]
        return {
            "rename": {"do": "change", "id": pk, "known": {TEXT[kind]: f"Renamed {second}"}},
            "known": {"do": "change", "id": pk, "known": known},
            "place": {"do": "place", "places": {str(pk): [first * 7, second * 7]}},
            "take_out": {"do": "take_out", "id": pk},
            "join": None if pk == other or (pk, other) in shown(kind, self.person)[1] else {"do": "join", "cause": pk, "effect": other},
            "part": {"do": "part", "cause": pk, "effect": other} if (pk, other) in shown(kind, self.person)[1] else None,
        }[do]

    def carried(self, kind: str, change: dict[str, Any]) -> Any:
        drawn, changes = DRAWN[kind]
        places = {thing["pk"]: (thing["x"], thing["y"]) for thing in drawn(self.person)["things"]}
        return changes(self.person, self.viewer, self.by, places).carry_out({**change, "key": str(uuid4())})

    @pytest.mark.slow
    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(kind=st.sampled_from(["ties", "causes"]), steps=STEPS)
    def test_undoing_all_of_it_is_as_if_nothing_had_been_done(self, kind: str, steps: list[tuple[str, int, int]]) -> None:
        journey = f.JourneyFactory()
        self.person = journey.person
        self.by = f.InvolvementFactory(journey=journey).account
        self.viewer = Viewer(self.by, on=f.BEGUN)
        for number in range(2):  # where each stands is chosen already: what nobody placed keeps its place once something is
            f.TieFactory(person=self.person, name=f"T{number}", x=90 * number, y=80)
            f.CauseFactory(journey=journey, what=f"C{number}", x=90 * number, y=80)
        seen, undo = [shown(kind, self.person)], []
        for one in steps:
            change = self.step(kind, one)
            if change:
                undo.append(self.carried(kind, change))
                seen.append(shown(kind, self.person))
        after = seen.pop()
        redo = []
        while undo:
            redo.append(self.carried(kind, undo.pop()))
            assert shown(kind, self.person) == seen.pop()
        while redo:
            self.carried(kind, redo.pop())
        assert shown(kind, self.person) == after
