"""The reports that a story is formed of, and those that tell it once more: what keeps a story of thousands cheap.

A report is a core unless so many earlier cores tell its news almost certainly; then it adds nothing to what they say of
where their story ends, follows most of them, and need not be compared with anything else. Which reports are cores is a
function of the set: each asks the cores that were published before it. A story that has fewer reports than a report
must be like to follow is formed of all of them.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import repeat
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


@dataclass(frozen=True, slots=True)
class Rows:
    """For each item (in the order of their publication) its chances with earlier cores, and whether it is one."""

    rows: Sequence[Row]
    cores: frozenset[int]


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
    rows: list[Row] = []
    cores: set[int] = set()
    for at in range(count):
        chances = row_of(at, cores)
        rows.append(chances)
        # Whoever follows none of those that are here stands for itself.
        stands = known[at] or not any(map(is_certain, chances.values())) if known and at in known else None
        if is_core(chances.values()) if stands is None else stands:
            cores.add(at)
    return Rows(rows, frozenset(cores))


def form_stories(found: Rows) -> list[list[int]]:
    """Items as stories: the cores as they are like each other, then whoever follows them."""
    cores = sorted(found.cores)
    number = {at: n for n, at in enumerate(cores)}
    clusters = [[cores[n] for n in cluster] for cluster in form_clusters(len(cores), _between(found.rows, number))]
    story_of = {at: n for n, cluster in enumerate(clusters) for at in cluster}
    for at, row in enumerate(found.rows):
        if at not in found.cores:
            clusters[followed((story_of[other], row[other]) for other in sorted(row))].append(at)
    return [sorted(cluster) for cluster in clusters]


def _between(rows: Sequence[Row], number: Mapping[int, int]) -> Pairs:
    """The chances of cores with each other, by the cores' own numbers."""
    low, high, value = array("q"), array("q"), array("d")
    for at, own in number.items():
        low.extend(number[other] for other in rows[at])
        high.extend(repeat(own, len(rows[at])))
        value.extend(rows[at].values())
    return Pairs(np.array(low, np.int64), np.array(high, np.int64), np.array(value, np.float64))


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
