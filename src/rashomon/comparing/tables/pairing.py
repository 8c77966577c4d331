"""One-to-one pairs with the highest sum of scores, whatever the order of the events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Edges = Mapping[int, Mapping[int, float]]


def best_pairs(edges: Edges) -> dict[int, int]:
    """For each left node at most one right node, none twice, so that as many as fit are paired and best.

    `edges[left][right]` is a score above 0. Each step adds one pair along the path that gains the most, until none
    gains any; ties go to the lower numbers. (Successive shortest paths: exact for a maximum weight matching.)
    """
    pair: dict[int, int] = {}
    while True:
        path = _best_path(edges, pair)
        if path is None:
            return dict(sorted(pair.items()))
        pair.update(path)


def _best_path(edges: Edges, pair: Mapping[int, int]) -> list[tuple[int, int]] | None:
    """The path of pairs to set that raises the sum the most; null where none does."""
    holder = {right: left for left, right in pair.items()}
    # What the best path to a left node has gained so far, and the pairs that it sets on its way.
    gained: dict[int, tuple[float, list[tuple[int, int]]]] = {n: (0.0, []) for n in sorted(edges) if n not in pair}
    best: tuple[float, list[tuple[int, int]]] | None = None
    changed = sorted(gained)
    for _ in range(len(edges) + 1):
        again: list[int] = []
        for left in changed:
            so_far, steps = gained[left]
            for right, score in sorted(edges[left].items()):
                if pair.get(left) == right:
                    continue
                gain, path = so_far + score, [*steps, (left, right)]
                other = holder.get(right)
                if other is None:
                    if gain > (best[0] if best else 0.0) + 1e-9:
                        best = (gain, path)
                    continue
                gain -= edges[other][right]
                if other not in gained or gain > gained[other][0] + 1e-9:
                    gained[other] = (gain, path)
                    again.append(other)
        if not again:
            break
        changed = sorted(set(again))
    return best[1] if best else None


def components(edges: Mapping[int, Mapping[int, object]]) -> list[Sequence[int]]:
    """The left nodes in groups that share right nodes, each pairable by itself."""
    by_right: dict[int, list[int]] = {}
    for left, rights in edges.items():
        for right in rights:
            by_right.setdefault(right, []).append(left)
    seen: set[int] = set()
    found: list[Sequence[int]] = []
    for start in sorted(edges):
        if start in seen:
            continue
        group, todo = {start}, [start]
        while todo:
            for right in edges[todo.pop()]:
                new = [n for n in by_right[right] if n not in group]
                group.update(new)
                todo += new
        seen |= group
        found.append(sorted(group))
    return found
