from itertools import pairwise

import pytest
from hypothesis import given, settings

from alongside.core.circles import Edge, circles, components, returning
from tests.core.graphs import graphs

STORY = [("post", "letters"), ("letters", "tax"), ("tax", "agents"), ("agents", "post")]


def test_a_circle_is_told_from_its_first_thing_on():
    assert circles(["post", "letters", "tax", "agents"], STORY) == [["post", "letters", "tax", "agents"]]
    assert circles(["tax", "post", "agents", "letters"], STORY) == [["tax", "agents", "post", "letters"]]


def test_two_circles_through_one_thing_are_both_told():
    edges = [("a", "b"), ("b", "a"), ("a", "c"), ("c", "a")]
    assert circles(["a", "b", "c"], edges) == [["a", "b"], ["a", "c"]]


def test_without_a_way_back_there_is_no_circle():
    assert circles(["a", "b", "c"], [("a", "b"), ("b", "c"), ("a", "c")]) == []


def test_components_stand_causes_first():
    assert components(["d", "a", "b", "c"], [("a", "b"), ("b", "a"), ("b", "c"), ("c", "d")]) == [["a", "b"], ["c"], ["d"]]


def test_two_ways_to_one_thing_are_no_return():
    diamond = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]
    assert returning(["a", "b", "c", "d"], [*diamond, ("d", "a")]) == {("d", "a")}


def test_a_chain_of_thousands_needs_no_deep_stack():
    nodes = [str(number) for number in range(3000)]
    ring = [*pairwise(nodes), (nodes[-1], nodes[0])]
    assert circles(nodes, ring) == [nodes]


def reach(nodes: list[str], edges: list[Edge]) -> dict[str, set[str]]:
    """The slow, plain way: everything that can be got to."""
    far = {node: {effect for cause, effect in edges if cause == node} for node in nodes}
    for middle in nodes:
        for node in nodes:
            if middle in far[node]:
                far[node] |= far[middle]
    return far


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(graph=graphs(most=25))
def test_circles_are_circles_and_cover_every_edge_that_lies_on_one(graph: tuple[list[str], list[Edge]]):
    """Slow: compares with a cubic way of finding what leads to what."""
    nodes, edges = graph
    far = reach(nodes, edges)
    told = [set(zip(ring, ring[1:] + ring[:1], strict=True)) for ring in circles(nodes, edges)]
    assert all(steps <= set(edges) for steps in told)
    assert all(len({cause for cause, _ in steps}) == len(steps) for steps in told)
    assert set().union(*told) == {(cause, effect) for cause, effect in edges if cause in far[effect]}
    together = {frozenset(group) for group in components(nodes, edges)}
    assert together == {frozenset([node, *(other for other in far[node] if node in far[other])]) for node in nodes}


@pytest.mark.slow
@given(graph=graphs(most=25))
def test_without_the_returning_edges_no_circle_is_left(graph: tuple[list[str], list[Edge]]):
    """Slow: a hundred graphs."""
    nodes, edges = graph
    back = returning(nodes, edges)
    assert circles(nodes, [edge for edge in edges if edge not in back]) == []
