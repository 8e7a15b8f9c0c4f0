import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.cause_map import SEEN_BY, Cause, Layout, lay_out
from alongside.core.cause_routes import BoxAt
from alongside.core.circles import Edge
from tests.core.graphs import graphs

POST, LETTERS, TAX, AGENTS = (
    Cause("1", "Frightened of the post"),
    Cause("2", "Letters not opened"),
    Cause("3", "Council tax not paid", met=True),
    Cause("4", "Enforcement agents came"),
)
ROUND = [("1", "2"), ("2", "3"), ("3", "4"), ("4", "1")]


def ys(drawn: Layout) -> dict[str, float]:
    return {placed.cause.id: placed.at.y for placed in drawn.causes}


def test_nothing_yet_is_an_empty_drawing():
    empty = lay_out([], [])
    assert (empty.width, empty.causes, empty.leads, empty.circles) == (360, (), (), ())


def test_the_story_of_the_post_is_one_circle_drawn_as_one_column():
    drawn = lay_out([POST, LETTERS, TAX, AGENTS], ROUND)
    assert drawn.circles == (("1", "2", "3", "4"),)
    assert [lead.back for lead in drawn.leads] == [False, False, False, True]
    assert all(placed.on_circle for placed in drawn.causes)
    assert len({placed.at.x for placed in drawn.causes}) == 1
    assert list(ys(drawn).values()) == sorted(ys(drawn).values())


def test_what_leads_into_a_circle_stands_above_the_whole_of_it():
    drawn = lay_out([POST, LETTERS, TAX, AGENTS, Cause("5", "Fewer shifts")], [*ROUND, ("5", "3")])
    assert ys(drawn)["5"] < min(y for id, y in ys(drawn).items() if id != "5")
    assert [placed.on_circle for placed in drawn.causes] == [True] * 4 + [False]


def test_what_comes_of_a_circle_stands_beneath_the_whole_of_it():
    drawn = lay_out([POST, LETTERS, TAX, AGENTS, Cause("5", "Sleeps badly")], [*ROUND, ("1", "5")])
    assert ys(drawn)["5"] > max(y for id, y in ys(drawn).items() if id != "5")


def test_two_causes_of_one_thing_stand_side_by_side_above_it():
    drawn = lay_out([POST, LETTERS, TAX], [("1", "3"), ("2", "3")])
    assert ys(drawn)["1"] == ys(drawn)["2"] < ys(drawn)["3"]
    assert drawn.width == 360


def test_arrows_of_two_boxes_that_face_each_other_do_not_run_into_one():
    straight = [("a", "c"), ("b", "d"), ("c", "e"), ("d", "f")]
    drawn = lay_out([Cause(id, id) for id in "abcdef"], [*straight, ("a", "f"), ("b", "e")])
    starts, ends = zip(*((along(lead.path)[0], along(lead.path)[-1]) for lead in drawn.leads[4:]), strict=True)
    assert starts[0][1] != starts[1][1]
    assert ends[0][1] != ends[1][1]


def test_what_is_eased_or_how_we_met_has_room_for_saying_so():
    drawn = lay_out([TAX, POST, Cause("5", "Fewer shifts", eased=True)], [])
    assert [placed.note_y is not None for placed in drawn.causes] == [True, False, True]


def test_long_words_take_three_lines_inside_the_box():
    (placed,) = lay_out([Cause("1", "Neighbours shout at the children every night until " * 3)], []).causes
    assert len(placed.lines) == 3
    assert placed.lines[-1][0].endswith("…")
    assert placed.at.y < placed.lines[0][1] < placed.lines[-1][1] < placed.at.y + placed.at.height


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(graph=graphs(most=80), data=st.data())
def test_nothing_is_lost_no_boxes_overlap_and_no_arrow_runs_beneath_a_box(graph: tuple[list[str], list[Edge]], data: st.DataObject):
    """Slow: sixty drawings of up to eighty causes."""
    nodes, edges = graph
    text, view, yes = st.text(max_size=60), st.sampled_from(SEEN_BY), st.booleans()
    causes = [Cause(node, data.draw(text), data.draw(view), data.draw(yes), data.draw(yes)) for node in nodes]
    drawn = lay_out(causes, edges)
    assert [placed.cause for placed in drawn.causes] == causes
    assert [(lead.cause, lead.effect) for lead in drawn.leads] == edges
    assert drawn == lay_out(causes, edges)
    boxes = {placed.cause.id: placed.at for placed in drawn.causes}
    assert not any(overlap(one, other) for one, other in combinations(boxes.values(), 2))
    assert all(at.x >= 0 and at.x + at.width <= drawn.width and at.y + at.height <= drawn.height for at in boxes.values())
    for lead in drawn.leads:
        assert (boxes[lead.effect].y < boxes[lead.cause].y) == lead.back
        assert lead.on_circle or not lead.back
        assert all(0 <= x <= drawn.width and not any(inside(x, y, at) for at in boxes.values()) for x, y in along(lead.path))


def overlap(one: BoxAt, other: BoxAt) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def inside(x: float, y: float, at: BoxAt) -> bool:
    return at.x < x < at.x + at.width and at.y + 0.01 < y < at.y + at.height - 0.01


def along(path: str) -> list[tuple[float, float]]:
    """Points of a path: many on its straights; of its curves the hull, in which they lie."""
    points: list[tuple[float, float]] = []
    for letter, rest in re.findall(r"([MHVQC])([^MHVQC]*)", path):
        numbers = [float(number) for number in rest.split()]
        if letter in "HV":
            x, y = points[-1]
            end = (numbers[0], y) if letter == "H" else (x, numbers[0])
            points += [(x + (end[0] - x) * step / 40, y + (end[1] - y) * step / 40) for step in range(1, 41)]
        else:
            points += list(zip(numbers[::2], numbers[1::2], strict=True))
    return points


@pytest.mark.parametrize(
    ("causes", "leads"),
    [([POST, POST], []), ([POST, TAX], [("1", "3"), ("1", "3")]), ([POST], [("1", "1")]), ([POST], [("1", "9")])],
    ids=["one id twice", "one lead twice", "to itself", "to what is not there"],
)
def test_a_drawing_that_would_lie_is_refused(causes: list[Cause], leads: list[Edge]):
    with pytest.raises(ValueError, match=r"same id|cannot lead"):
        lay_out(causes, leads)


def test_an_unknown_view_is_refused():
    with pytest.raises(ValueError, match="seen by"):
        Cause("1", "Frightened of the post", "nobody")
