"""Stories inside the connected components of links: the same for one set, in whatever order and batches it came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence


def components(count: int, links: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """The connected components of items 0..count-1, each in order."""
    parent = list(range(count))

    def top(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for one, other in links:
        low, high = sorted((top(one), top(other)))
        parent[high] = low
    found: dict[int, list[int]] = defaultdict(list)
    for item in range(count):
        found[top(item)].append(item)
    return list(found.values())


def average_linkage(members: Sequence[int], likeness: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """Members joined while the mean likeness between two clusters is at least `least`; a pair that is not given counts 0.

    Ties go to the lowest members, so that only the members' own order (which is by content) decides.
    """
    clusters: dict[int, list[int]] = {m: [m] for m in members}
    near: dict[int, dict[int, float]] = {m: {} for m in members}
    for (one, other), value in likeness.items():
        near[one][other] = near[other][one] = value
    best = {m: _best(m, near[m], clusters) for m in members}
    while True:
        pick = min((b for b in best.values() if b is not None), default=None)
        if pick is None or -pick[0] < least:
            return [sorted(c) for c in clusters.values()]
        _, keep, gone = pick
        touched = set(near[keep]) | set(near[gone])
        for other in touched - {keep, gone}:
            value = near[keep].get(other, 0.0) + near[gone].get(other, 0.0)
            near[keep][other] = near[other][keep] = value
            near[other].pop(gone, None)
        clusters[keep] += clusters.pop(gone)
        near[keep].pop(gone, None)
        del near[gone], best[gone]
        for other in [keep, *sorted(touched - {keep, gone})]:
            best[other] = _best(other, near[other], clusters)


def _best(item: int, near: Mapping[int, float], clusters: Mapping[int, list[int]]) -> tuple[float, int, int] | None:
    """The strongest joint of an item as (minus mean likeness, lower cluster, higher cluster); `near` holds sums."""
    size = len(clusters[item])
    return min(
        ((-value / (size * len(clusters[other])), min(item, other), max(item, other)) for other, value in near.items()),
        default=None,
    )
