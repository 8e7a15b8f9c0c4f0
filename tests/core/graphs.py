"""Random graphs of what leads to what, loops and all, for properties."""

from hypothesis import strategies as st

from alongside.core.circles import Edge


@st.composite
def graphs(draw: st.DrawFn, most: int) -> tuple[list[str], list[Edge]]:
    """Up to `most` nodes, their edges without self-loops or repeats."""
    count = draw(st.integers(0, most))
    nodes = [str(number) for number in range(count)]
    if count < 2:
        return nodes, []
    ends = st.tuples(st.sampled_from(nodes), st.sampled_from(nodes)).filter(lambda edge: edge[0] != edge[1])
    return nodes, draw(st.lists(ends, max_size=2 * most, unique=True))
