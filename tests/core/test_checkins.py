from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.checkins import CheckIn, lay_out

DAYS = st.builds(CheckIn, st.integers(730000, 740000), st.none() | st.integers(0, 10), st.booleans())


def test_x_goes_by_date_and_y_by_the_whole_scale():
    low, middle, high = lay_out([CheckIn(100, 0), CheckIn(110, 5), CheckIn(140, 10)]).points
    assert (low.x, middle.x, high.x) == (12, 81, 288)
    assert (low.y, middle.y, high.y) == (58, 39, 20)
    assert [point.label for point in (low, middle, high)] == ["0", "5", "10"]


def test_one_alone_stands_in_the_middle_without_a_line():
    drawn = lay_out([CheckIn(100, 4)])
    assert (drawn.points[0].x, drawn.line) == (150, "")


def test_without_a_number_it_is_a_mark_at_the_foot_and_off_the_line():
    drawn = lay_out([CheckIn(100, 2), CheckIn(110, None), CheckIn(120, 6)])
    assert (drawn.points[1].y, drawn.points[1].label) == (64, "")
    assert drawn.line == "12,50.4 288,35.2"


def test_of_many_the_first_the_last_the_highest_and_the_lowest_are_written():
    scores = [5, 5, 9, 5, 5, 5, 5, 1, 5, 5, 6]
    drawn = lay_out([CheckIn(100 + 10 * index, score) for index, score in enumerate(scores)])
    assert [point.label for point in drawn.points if point.label] == ["5", "9", "1", "6"]


def test_nothing_yet_is_an_empty_line():
    assert lay_out([]).points == ()


@pytest.mark.slow
@given(checkins=st.lists(DAYS, max_size=60))
def test_none_is_lost_all_are_in_the_picture_and_no_labels_overlap(checkins: list[CheckIn]):
    """Slow: a hundred lists of up to sixty."""
    drawn = lay_out(checkins)
    assert [point.checkin for point in drawn.points] == sorted(checkins, key=lambda checkin: checkin.day)
    assert all(12 <= point.x <= 288 and 0 < point.y + point.label_y < 2 * 84 for point in drawn.points)
    labelled = [point for point in drawn.points if point.label]
    assert all(later.x - earlier.x > 16 for earlier, later in pairwise(labelled))
    assert bool(labelled) == any(checkin.score is not None for checkin in checkins)


@pytest.mark.parametrize("score", [-1, 11])
def test_a_score_off_the_scale_is_refused(score: int):
    with pytest.raises(ValueError, match="from 0 to 10"):
        CheckIn(100, score)
