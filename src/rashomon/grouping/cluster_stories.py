"""Stories inside the connected components of links: the same for one set, in whatever order and batches it came."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence


def clusters_of(count: int, chances: Mapping[tuple[int, int], float], linked: float) -> list[list[int]]:
    """Items 0..count-1 (in the order of their publication) as stories, of the chances of pairs (lower, higher).

    A story is closed: what it is made of gives it again, whatever other items are there, as long as none joins it.
    """
    found: list[list[int]] = []
    links = {pair: value for pair, value in chances.items() if value >= linked}
    for component, inside in _inside(components(count, links), chances):
        found += average_linkage(component, inside, linked)
    return found


def components(count: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
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


def _inside(
    parts: Sequence[list[int]], chances: Mapping[tuple[int, int], float]
) -> Iterator[tuple[list[int], dict[tuple[int, int], float]]]:
    """Each component with the chances between its own members."""
    part_of = {member: n for n, part in enumerate(parts) for member in part}
    found: list[dict[tuple[int, int], float]] = [{} for _ in parts]
    for pair, value in chances.items():
        if part_of[pair[0]] == part_of[pair[1]]:
            found[part_of[pair[0]]][pair] = value
    yield from zip(parts, found, strict=True)


def average_linkage(members: Sequence[int], likeness: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """Members joined while the mean likeness between two clusters is at least `least`; a pair not given counts 0.

    A cluster goes by its lowest member, and ties go to the lowest: only the members' own order (by content) decides.
    """
    clusters: dict[int, list[int]] = {m: [m] for m in members}
    sums: dict[int, dict[int, float]] = {m: {} for m in members}
    for (one, other), value in likeness.items():
        sums[one][other] = sums[other][one] = value
    heap = [(-value, min(pair), max(pair), 1, 1) for pair, value in likeness.items() if value >= least]
    heapq.heapify(heap)
    while heap:
        _, keep, gone, keep_size, gone_size = heapq.heappop(heap)
        if len(clusters.get(keep, ())) != keep_size or len(clusters.get(gone, ())) != gone_size:
            continue
        clusters[keep] += clusters.pop(gone)
        for other, value in sums.pop(gone).items():
            del sums[other][gone]
            if other != keep:
                sums[keep][other] = sums[other][keep] = sums[keep].get(other, 0.0) + value
        for other, value in sums[keep].items():
            mean = value / (len(clusters[keep]) * len(clusters[other]))
            if mean >= least:
                low, high = min(keep, other), max(keep, other)
                heapq.heappush(heap, (-mean, low, high, len(clusters[low]), len(clusters[high])))
    return [sorted(c) for c in clusters.values()]
