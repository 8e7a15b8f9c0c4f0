"""Vicious circles in what leads to what."""

from collections import deque
from collections.abc import Collection, Mapping, Sequence

Edge = tuple[str, str]


def following(nodes: Sequence[str], edges: Collection[Edge]) -> dict[str, list[str]]:
    """What each node leads to, in the order of `edges`."""
    onward: dict[str, list[str]] = {node: [] for node in nodes}
    for cause, effect in edges:
        onward[cause].append(effect)
    return onward


def components(nodes: Sequence[str], edges: Collection[Edge]) -> list[list[str]]:
    """The strongly connected components: nodes stand together when each leads, by some way, to the other.

    A node on no circle is a component of its own. Causes come before effects; within a component the
    order is that of `nodes`. Every edge joins two of `nodes`. Linear in nodes and edges; no recursion.

    Source: Kosaraju; Sharir, A strong-connectivity algorithm (1981).
    """
    backward = following(nodes, [(effect, cause) for cause, effect in edges])
    place = {node: index for index, node in enumerate(nodes)}
    seen: set[str] = set()
    found = []
    for node in reversed(_finished(nodes, following(nodes, edges))):
        if node not in seen:
            found.append(sorted(_reached(node, backward, seen), key=place.__getitem__))
    return found


def _finished(nodes: Sequence[str], onward: Mapping[str, list[str]]) -> list[str]:
    """Nodes in the order in which a depth-first walk leaves them for good."""
    seen: set[str] = set()
    left = []
    for root in nodes:
        walk = [] if root in seen else [(root, iter(onward[root]))]
        seen.add(root)
        while walk:
            ahead = walk[-1][1]
            fresh = next((effect for effect in ahead if effect not in seen), None)
            if fresh is None:
                left.append(walk.pop()[0])
            else:
                seen.add(fresh)
                walk.append((fresh, iter(onward[fresh])))
    return left


def _reached(start: str, onward: Mapping[str, list[str]], seen: set[str]) -> list[str]:
    reached, waiting = [], [start]
    seen.add(start)
    while waiting:
        node = waiting.pop()
        reached.append(node)
        fresh = [effect for effect in dict.fromkeys(onward[node]) if effect not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
    return reached


def circles(nodes: Sequence[str], edges: Collection[Edge]) -> list[list[str]]:
    """Circles, each in the order in which one thing leads to the next, its first in `nodes` first.

    Enough that every edge which lies on some circle lies on one of these; not every circle there is
    (they may be beyond counting). Each is the shortest through an edge that those before left out.
    """
    place = {node: index for index, node in enumerate(nodes)}
    home = {node: index for index, group in enumerate(components(nodes, edges)) for node in group}
    inner = [edge for edge in edges if home[edge[0]] == home[edge[1]]]
    onward = following(nodes, inner)
    covered: set[Edge] = set()
    found = []
    for edge in inner:
        if edge not in covered:
            ring = _shortest(onward, edge[1], edge[0])
            first = ring.index(min(ring, key=place.__getitem__))
            ring = ring[first:] + ring[:first]
            covered.update(zip(ring, ring[1:] + ring[:1], strict=True))
            found.append(ring)
    return found


def _shortest(onward: Mapping[str, list[str]], start: str, goal: str) -> list[str]:
    """The nodes of a shortest way; there is one."""
    came: dict[str, str] = {start: start}
    waiting = deque([start])
    while goal not in came:
        node = waiting.popleft()
        for effect in onward[node]:
            if effect not in came:
                came[effect] = node
                waiting.append(effect)
    way = [goal]
    while way[-1] != start:
        way.append(came[way[-1]])
    return way[::-1]


def returning(nodes: Sequence[str], edges: Collection[Edge]) -> set[Edge]:
    """The edges on which a depth-first walk comes back to where it is; without them there is no circle."""
    onward = following(nodes, edges)
    done: set[str] = set()
    back: set[Edge] = set()
    for root in nodes:
        walk = [] if root in done else [(root, iter(onward[root]))]
        on_way = {root}
        while walk:
            node, ahead = walk[-1]
            effect = next(ahead, None)
            if effect is None:
                on_way.discard(node)
                done.add(walk.pop()[0])
            elif effect in on_way:
                back.add((node, effect))
            elif effect not in done:
                on_way.add(effect)
                walk.append((effect, iter(onward[effect])))
    return back
