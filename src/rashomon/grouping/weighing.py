"""The chances of very many reports with earlier cores, while the features of few are at hand.

Reports with a date are compared with those of their time, whose features are at hand still. One without a date may tell
of any time: many of them are weighed together, beside one earlier report after the other.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Set
from functools import lru_cache
from itertools import repeat

import numpy as np

from rashomon.grouping.cores import Row
from rashomon.grouping.packed_sketch import pack_features, unpack_features
from rashomon.grouping.story_candidates import Met
from rashomon.grouping.story_features import Features
from rashomon.grouping.story_links import LEAST_CHANCE, chance

#: The features of so many reports are at hand; so many undated ones are weighed together.
_KEPT, _TOGETHER = 5_000, 3_000
#: The features of a report by its number.
FeaturesOf = Callable[[int], Features]


class Weighing:
    """The rows of reports 0..count-1 by publication, undated last, asked for one after the other."""

    def __init__(self, count: int, features: FeaturesOf) -> None:
        self._count, self._features = count, lru_cache(maxsize=_KEPT)(features)
        self._met = Met()
        self._undated: dict[int, Row] = {}

    def row_of(self, at: int, cores: Set[int]) -> Row:
        """The chances of the next report with these, the earlier cores, as far as they are worth anything."""
        own = self._features(at)
        if own.published is not None:
            return worth({n: chance(self._features(n), own) for n in self._met.compared(own) if n in cores})
        if at not in self._undated:
            self._undated = self._weigh_together(at, cores)
        return {n: value for n, value in self._undated[at].items() if n in cores}

    def _weigh_together(self, start: int, cores: Set[int]) -> dict[int, Row]:
        """The rows of the next reports, all undated; whoever comes from `start` on may yet be a core."""
        some = range(start, min(start + _TOGETHER, self._count))
        early, late = array("I"), array("I")
        for at in some:
            others = [n for n in self._met.compared(self._features(at)) if n in cores or n >= start]
            early.extend(others)
            late.extend(repeat(at, len(others)))
        rows: defaultdict[int, dict[int, float]] = defaultdict(dict)
        for pair in np.argsort(np.array(early, np.uint32), kind="stable").tolist():
            n, at = early[pair], late[pair]
            rows[at][n] = chance(self._features(n), self._features(at))
        return {at: worth(rows[at]) for at in some}


def worth(row: Row) -> dict[int, float]:
    """The chances that are worth anything."""
    return {other: value for other, value in row.items() if value >= LEAST_CHANCE}


def packing(make: FeaturesOf) -> FeaturesOf:
    """What makes features, each once: they are packed, and unpacked where they are asked for again."""
    made: dict[int, bytes] = {}

    def of(at: int) -> Features:
        if at in made:
            return unpack_features(made[at])
        found = make(at)
        made[at] = pack_features(found)
        return found

    return of
