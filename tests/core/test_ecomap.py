from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.ecomap import FLOWS, STRENGTHS, Box, Layout, PlacedTie, Tie, lay_out


@st.composite
def lives(draw: st.DrawFn) -> list[Tie]:
    names = draw(st.lists(st.text(max_size=80) | st.sampled_from(["Mum", "محمد عبد الله", "W" * 80, "王小明"]), max_size=60))
    relation, strength, flow = st.text(max_size=40), st.sampled_from(STRENGTHS), st.sampled_from(FLOWS)
    return [Tie(str(index), name, draw(relation), draw(strength), draw(flow)) for index, name in enumerate(names)]


def people(count: int, **more: str) -> list[Tie]:
    return [Tie(str(index), f"Neighbour {index}", **more) for index in range(count)]


def test_with_nobody_there_is_the_person_alone_in_the_middle():
    alone = lay_out("Sam", [])
    assert (alone.width, alone.cx, alone.cy * 2, alone.ties) == (360, 180, alone.height, ())
    assert [line.text for line in alone.name_lines] == ["Sam"]


def test_one_tie_stands_straight_above():
    (mum,) = lay_out("Sam", [Tie("1", "Mum")]).ties
    assert (mum.x, mum.x1, mum.x2, mum.anchor) == (180, 180, 180, "middle")
    assert mum.box.bottom <= mum.y2 < mum.y1


def test_four_ties_go_round_like_the_hands_of_a_clock():
    top, right, bottom, left = lay_out("Sam", people(4)).ties
    assert [tie.anchor for tie in (top, right, bottom, left)] == ["middle", "start", "middle", "end"]
    assert top.y2 < right.y2 == left.y2 < bottom.y2
    assert left.x2 < right.x2
    assert (right.box.top + right.box.bottom) / 2 == right.y2


def test_a_line_with_an_arrow_head_ends_earlier_at_that_end_alone():
    plain, helped = (lay_out("Sam", [Tie("1", "Mum", flow=flow)]).ties[0] for flow in ("none", "to_them"))
    assert (helped.y1, helped.y2) == (plain.y1, plain.y2 + 8)


def test_the_relation_is_written_small_until_there_are_too_many():
    few, many = lay_out("Sam", people(12, relation="sister")), lay_out("Sam", people(13, relation="sister"))
    assert [line.small for line in few.ties[0].lines] == [False, True]
    assert [line.small for line in many.ties[0].lines] == [False]


def test_a_long_name_takes_two_lines_and_says_that_there_is_more():
    (long,) = lay_out("Sam", [Tie("1", "Jean from the allotments who minds the children on Thursdays and on Fridays too")]).ties
    assert len(long.lines) == 2
    assert long.lines[1].text.endswith("…")


def test_the_left_side_is_read_from_the_bottom_up():
    drawn = lay_out("Sam", people(8))
    assert [placed.tie.id for placed in drawn.ties] == list("01234567")
    assert drawn.ties[5].y2 > drawn.ties[6].y2 > drawn.ties[7].y2


def test_the_drawing_grows_taller_not_wider():
    few, many = lay_out("Sam", people(8)), lay_out("Sam", people(60))
    assert few.width == many.width == 360
    assert few.height < 400 < many.height < 1400


@pytest.mark.parametrize("count", [1, 2, 3, 8, 12, 13, 24, 25, 59, 60])
def test_people_with_long_names_stand_clear_of_each_other(count: int):
    stand_clear(lay_out("Bartholomew", [Tie(str(index), "Mrs Featherstonehaugh " * 4, "neighbour") for index in range(count)]))


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(name=st.text(max_size=40), ties=lives())
def test_nobody_is_lost_and_nothing_overlaps(name: str, ties: list[Tie]):
    """Slow: sixty drawings of up to sixty people."""
    drawn = lay_out(name, ties)
    assert [placed.tie for placed in drawn.ties] == ties
    assert drawn == lay_out(name, ties)
    stand_clear(drawn)


def stand_clear(drawn: Layout) -> None:
    centre = Box(drawn.cx - drawn.radius, drawn.cy - drawn.radius, drawn.cx + drawn.radius, drawn.cy + drawn.radius)
    boxes = [centre, *(placed.box for placed in drawn.ties)]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert all(box.left >= 0 and box.right <= drawn.width and box.top >= 0 and box.bottom <= drawn.height for box in boxes)
    assert not any(runs_through(line, label.box) for line in drawn.ties for label in drawn.ties)
    assert not any(enters_circle(line, drawn) for line in drawn.ties)


def along(line: PlacedTie) -> list[tuple[float, float]]:
    shares = [step / 60 for step in range(61)]
    return [(line.x1 + share * (line.x2 - line.x1), line.y1 + share * (line.y2 - line.y1)) for share in shares]


def runs_through(line: PlacedTie, box: Box) -> bool:
    return any(box.left < x < box.right and box.top < y < box.bottom for x, y in along(line))


def enters_circle(line: PlacedTie, drawn: Layout) -> bool:
    return any((x - drawn.cx) ** 2 + (y - drawn.cy) ** 2 < drawn.radius**2 for x, y in along(line))


@pytest.mark.parametrize("wrong", [{"strength": "weak"}, {"flow": "sideways"}])
def test_an_unknown_strength_or_flow_is_refused(wrong: dict[str, str]):
    with pytest.raises(ValueError, match="A tie is one of"):
        Tie("1", "Mum", **wrong)


def test_two_ties_with_one_id_are_refused():
    with pytest.raises(ValueError, match="same id"):
        lay_out("Sam", [Tie("1", "Mum"), Tie("1", "Dad")])
