"""Stories inside the connected components of links: the same for one set, in whatever order and batches it came."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from rashomon.grouping.alike import Pairs, labels_of

#: Components of so many members, linked as densely as one happening's reports are, are joined in a table of all pairs.
_TABLE = range(50, 2_001)
_DENSE = 0.1


def clusters_of(count: int, chances: Pairs, linked: float) -> list[list[int]]:
    """Items 0..count-1 (in the order of their publication) as stories, of the chances of pairs.

    A story is closed: what it is made of gives it again, whatever other items are there, as long as none joins it.
    """
    found: list[list[int]] = []
    for component, inside in _inside(count, chances, linked):
        size = len(component)
        if size in _TABLE and len(inside.low) >= _DENSE * size * size / 2:
            found += in_a_table(component, inside, linked)
        else:
            found += average_linkage(component, inside, linked)
    return found


def _inside(count: int, chances: Pairs, linked: float) -> Iterator[tuple[list[int], Pairs]]:
    """Each component of links with the chances between its own members."""
    links = chances.where(chances.value >= linked)
    labels = labels_of(count, links.low, links.high)
    parts: dict[int, list[int]] = defaultdict(list)
    for item, label in enumerate(labels.tolist()):
        parts[label].append(item)
    own = chances.where(labels[chances.low] == labels[chances.high])
    label = labels[own.low]
    order = np.argsort(label, kind="stable")
    bounds = np.searchsorted(label[order], [*parts, count])
    for n, part in enumerate(parts.values()):
        yield part, own.where(order[bounds[n] : bounds[n + 1]])


def average_linkage(members: Sequence[int], likeness: Pairs, least: float) -> list[list[int]]:
    """Members joined while the mean likeness between two clusters is at least `least`; a pair not given counts 0.

    A cluster goes by its lowest member, and ties go to the lowest: only the members' own order (by content) decides.
    """
    clusters: dict[int, list[int]] = {m: [m] for m in members}
    sums: dict[int, dict[int, float]] = {m: {} for m in members}
    heap: list[tuple[float, int, int, int, int]] = []
    for one, other, value in zip(likeness.low.tolist(), likeness.high.tolist(), likeness.value.tolist(), strict=True):
        sums[one][other] = sums[other][one] = value
        if value >= least:
            heap.append((-value, one, other, 1, 1))
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


def in_a_table(members: Sequence[int], likeness: Pairs, least: float) -> list[list[int]]:
    """As `average_linkage`, of members in order many pairs of which have a likeness: a row of sums is added at once."""
    clusters = {n: [m] for n, m in enumerate(members)}
    size = len(members)
    low, high = np.searchsorted(members, likeness.low), np.searchsorted(members, likeness.high)
    sums, means = np.zeros((size, size)), np.zeros((size, size))
    sums[low, high] = sums[high, low] = means[low, high] = likeness.value
    sizes = np.ones(size)
    while True:
        # The first of equal ones has the lowest pair: a mean stands at its lower cluster's row alone.
        keep, gone = divmod(int(means.argmax()), size)
        if means[keep, gone] < least:
            return [sorted(c) for c in clusters.values()]
        clusters[keep] += clusters.pop(gone)
        sizes[keep] += sizes[gone]
        sums[keep] += sums[gone]
        sums[keep, keep] = 0.0
        sums[gone] = sums[:, gone] = means[gone] = means[:, gone] = 0.0
        sums[:, keep] = sums[keep]
        now = sums[keep] / (sizes[keep] * sizes)
        means[keep, keep + 1 :] = now[keep + 1 :]
        means[:keep, keep] = now[:keep]
