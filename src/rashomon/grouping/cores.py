"""The reports that a story is formed of, and those that tell it once more: what keeps a story of thousands cheap.

A report is a core unless so many earlier cores tell its news almost certainly; then it adds nothing to what they say of
where their story ends, follows most of them, and need not be compared with anything else. Which reports are cores is a
function of the set: each asks the cores that were published before it. A story that has fewer reports than a report
must be like to follow is formed of all of them.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import TypeVar

import numpy as np

from rashomon.grouping.alike import Pairs
from rashomon.grouping.cluster_stories import clusters_of
from rashomon.grouping.story_links import LINKED

#: A report that is so certainly of one story with so many earlier cores follows them.
CERTAIN, ENOUGH = 0.8, 32
T = TypeVar("T")
#: The chances of a report with each earlier core that it is like at all.
Row = Mapping[int, float]


class Rows:
    """For each item (in the order of their publication) its chances with earlier cores, and which are cores."""

    def __init__(self) -> None:
        self._others, self._chances, self._ends = array("I"), array("d"), array("Q", [0])
        self.cores: set[int] = set()

    def keep(self, row: Row) -> None:
        """Keep the row of the next item."""
        for other, chance in sorted(row.items()):
            self._others.append(other)
            self._chances.append(chance)
        self._ends.append(len(self._others))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def of(self, at: int) -> Iterator[tuple[int, float]]:
        """The chances of an item with earlier cores, the earliest first."""
        start, end = self._ends[at], self._ends[at + 1]
        return zip(self._others[start:end], self._chances[start:end], strict=True)

    def between(self, cores: Sequence[int]) -> Pairs:
        """The chances of the cores, in order, with each other, by their places among them."""
        number = np.full(len(self), -1)
        number[np.array(cores, np.int64)] = np.arange(len(cores))
        ends = np.frombuffer(self._ends, np.int64)
        high = np.repeat(number, ends[1:] - ends[:-1])
        low = number[np.frombuffer(self._others, np.uint32)]
        return Pairs(low, high, np.frombuffer(self._chances)).where(high >= 0)


def is_certain(chance: float) -> bool:
    """True where a chance counts for whether a report is a core."""
    return chance >= CERTAIN


def is_core(chances: Iterable[float]) -> bool:
    """True where these chances with the earlier cores leave a report a core."""
    return sum(map(is_certain, chances)) < ENOUGH


def choose_cores(count: int, row_of: Callable[[int, Set[int]], Row], known: Mapping[int, bool] | None = None) -> Rows:
    """The cores of items 0..count-1; `row_of` gives an item's chances with these, the earlier cores.

    Of those that are `known` to be cores or none among all reports, only some of which are here, this holds here.
    """
    found = Rows()
    for at in range(count):
        chances = row_of(at, found.cores)
        found.keep(chances)
        # Whoever follows none of those that are here stands for itself.
        stands = known[at] or not any(map(is_certain, chances.values())) if known and at in known else None
        if is_core(chances.values()) if stands is None else stands:
            found.cores.add(at)
    return found


def form_stories(found: Rows) -> list[list[int]]:
    """Items as stories: the cores as they are like each other, then whoever follows them."""
    cores = sorted(found.cores)
    clusters = [[cores[n] for n in cluster] for cluster in form_clusters(len(cores), found.between(cores))]
    story_of = {at: n for n, cluster in enumerate(clusters) for at in cluster}
    for at in range(len(found)):
        if at not in found.cores:
            clusters[followed((story_of[other], chance) for other, chance in found.of(at))].append(at)
    return [sorted(cluster) for cluster in clusters]


def form_clusters(count: int, chances: Pairs) -> list[list[int]]:
    """Cores 0..count-1 (in the order of their publication) as stories, of the chances of every two of them."""
    return clusters_of(count, chances, LINKED)


def followed(row: Iterable[tuple[T, float]]) -> T:
    """The story to which a report belongs that is no core, of its cores' stories and chances, the earliest core first:
    that of most of the cores which it is certainly of one story with.
    """
    found: dict[T, list[float]] = {}
    for story, chance in row:
        if is_certain(chance):
            found.setdefault(story, []).append(chance)
    return max(found, key=lambda story: math.fsum(found[story]))
