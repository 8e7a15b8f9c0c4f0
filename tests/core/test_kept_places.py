"""Maps drawn by hand: what was put somewhere stands exactly there; the rest finds room; arrows bow round what is between."""

from hypothesis import given
from hypothesis import strategies as st

from alongside.core import cause_kept, ecomap_kept
from alongside.core.bends import Boxed, _met, bends, control
from alongside.core.cause_map import Cause
from alongside.core.ecomap import Tie

PLACE = st.tuples(st.integers(-400, 400), st.integers(-400, 400))


def test_nothing_put_anywhere_is_the_ring() -> None:
    ties = [Tie("1", "Mum"), Tie("2", "Jo")]
    assert ecomap_kept.draw("Sam", ties) == ecomap_kept.ecomap.lay_out("Sam", ties)


@given(st.lists(PLACE, min_size=1, max_size=6), st.integers(0, 12))
def test_what_was_put_stays_and_the_rest_lies_over_nothing(put: list[tuple[int, int]], loose: int) -> None:
    ties = [*(Tie(f"p{n}", f"Put {n}", at=at) for n, at in enumerate(put)), *(Tie(f"l{n}", f"Loose {n}") for n in range(loose))]
    drawn = ecomap_kept.draw("Sam", ties)
    boxes = {one.tie.id: one.box for one in drawn.ties}
    for n, at in enumerate(put):
        box = boxes[f"p{n}"]
        assert (round((box.left + box.right) / 2, 6), round((box.top + box.bottom) / 2, 6)) == at
    for n in range(loose):
        assert not any(boxes[f"l{n}"].overlaps(box) for name, box in boxes.items() if name != f"l{n}")
    assert all(drawn.left <= box.left and box.right <= drawn.left + drawn.width for box in boxes.values())


@given(st.lists(PLACE, min_size=1, max_size=6))
def test_causes_stay_where_they_were_put(put: list[tuple[int, int]]) -> None:
    drawn = cause_kept.draw([Cause(str(n), f"Cause {n}", at=at) for n, at in enumerate(put)], [])
    assert {name: box.at for name, box in cause_kept.boxed(drawn).items()} == {str(n): at for n, at in enumerate(put)}


def test_an_arrow_bows_round_what_stands_between_and_a_pair_keeps_apart() -> None:
    boxes = {name: Boxed((0, 100.0 * n), 80, 30) for n, name in enumerate("abc")}
    bowed = bends(boxes, [("a", "b"), ("b", "c"), ("c", "a")])
    assert bowed["a", "b"] == bowed["b", "c"] == 0
    assert abs(bowed["c", "a"]) > 80
    pair = bends(boxes, [("a", "b"), ("b", "a")])
    assert pair["a", "b"] > 0
    assert pair["b", "a"] > 0


def test_a_way_back_along_a_column_runs_beside_it() -> None:
    """A vicious circle of five in a column, as it is laid out: the arrow back runs beneath none of the three between."""
    boxes = {name: Boxed((0.0, 90.0 * row), 168.0, 62.0) for row, name in enumerate("abcde")}
    bow = bends(boxes, [("e", "a")])[("e", "a")]
    start, end = boxes["e"].at, boxes["a"].at
    assert not _met(start, control(start, end, bow), end, [boxes[one].box(2.0) for one in "bcd"])
