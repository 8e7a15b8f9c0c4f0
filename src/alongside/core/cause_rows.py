"""Which row and column each cause stands in: causes above what they lead to, circles kept together."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from alongside.core.circles import Edge, components, following, returning


@dataclass(frozen=True)
class Grid:
    """cell: row and column (0 or 1) of each node. back: edges that lead up, each closing a circle."""

    cell: dict[str, tuple[int, int]]
    back: frozenset[Edge]
    columns: int


def arrange(nodes: Sequence[str], edges: Collection[Edge]) -> Grid:
    """Each node in a cell of its own; every edge leads to a lower row, but for those in `back`.

    Two columns at most, so that words stay legible on a phone: a wide layer takes several rows.
    """
    groups = components(nodes, edges)
    home = {node: index for index, group in enumerate(groups) for node in group}
    back = returning(nodes, [edge for edge in edges if home[edge[0]] == home[edge[1]]])
    down = [edge for edge in edges if edge not in back]
    layers = _layers(nodes, groups, home, down)
    column = _columns(layers, down, home)
    cell = {}
    row = 0
    for layer in layers:
        sides = [[node for node in layer if column[node] == side] for side in (0, 1)]
        for pair in zip_longest(*sides):
            cell.update({node: (row, side) for side, node in enumerate(pair) if node is not None})
            row += 1
    used = sorted({side for _, side in cell.values()})
    return Grid({node: (row, used.index(side)) for node, (row, side) in cell.items()}, frozenset(back), max(1, len(used)))


def _layers(nodes: Sequence[str], groups: list[list[str]], home: dict[str, int], down: list[Edge]) -> list[list[str]]:
    """Longest path over whole components, then within each; what nothing leads to stands close to its effects."""
    inner = {edge for edge in down if home[edge[0]] == home[edge[1]]}
    depth = _longest(nodes, inner)
    tall = [1 + max(depth[node] for node in group) for group in groups]
    outer = {(home[cause], home[effect]) for cause, effect in down if home[cause] != home[effect]}
    start = [0] * len(groups)
    for cause, effect in sorted(outer):  # components are numbered causes first
        start[effect] = max(start[effect], start[cause] + tall[cause])
    last = max((begin + height for begin, height in zip(start, tall, strict=True)), default=0)
    led_to = {effect for _, effect in outer}
    for index in range(len(groups)):
        if index not in led_to:
            start[index] = min((start[effect] for cause, effect in outer if cause == index), default=last) - tall[index]
    layers = defaultdict(list)
    for node in nodes:
        layers[start[home[node]] + depth[node]].append(node)
    return [layers[level] for level in sorted(layers)]


def _longest(nodes: Sequence[str], edges: Collection[Edge]) -> dict[str, int]:
    """How many edges the longest way to each node has; there are no circles."""
    onward = following(nodes, edges)
    depth = dict.fromkeys(nodes, 0)
    for group in components(nodes, edges):
        for effect in onward[group[0]]:
            depth[effect] = max(depth[effect], depth[group[0]] + 1)
    return depth


def _columns(layers: list[list[str]], down: list[Edge], home: dict[str, int]) -> dict[str, int]:
    """Left or right by where a node's neighbours stand (barycentre; Sugiyama 1981), looking up, down, and up again."""
    before, after = defaultdict(list), defaultdict(list)
    for cause, effect in down:
        before[effect].append(cause)
        after[cause].append(effect)
    column: dict[str, int] = {}
    for neighbours, order in ((before, layers), (after, layers[::-1]), (before, layers)):
        for layer in order:
            pull = {node: _pull(node, neighbours[node], column, home) for node in layer}
            ranked = sorted(layer, key=pull.__getitem__)
            half = len(ranked) // 2
            left = half + (len(ranked) % 2 and pull[ranked[half]] <= 0.5)
            column.update({node: int(index >= left) for index, node in enumerate(ranked)})
    return column


def _pull(node: str, neighbours: list[str], column: dict[str, int], home: dict[str, int]) -> float:
    """Mean column of the neighbours; those on the same circle alone, where there are any."""
    near = [other for other in neighbours if home[other] == home[node]] or neighbours
    known = [column[other] for other in near if other in column]
    return sum(known) / len(known) if known else column.get(node, 0.5)
