"""How alike every two of some reports are, side by side: what a project knows, for whichever of them count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.grouping.neighbours import Likeness


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of places (the lower one first), each with its value; no pair stands in it twice."""

    low: NDArray[np.int64]
    high: NDArray[np.int64]
    value: NDArray[np.float64]

    def where(self, chosen: NDArray[np.bool_] | NDArray[np.int64]) -> Pairs:
        """Those of the pairs that are chosen, by a mark each or by their numbers."""
        return Pairs(self.low[chosen], self.high[chosen], self.value[chosen])


class Alike:
    """What is known of every two of the reports of these ids; who is in no pair is like nobody.

    `pairs` are places among `ids`, the lower one first, each pair once; `chance` and `copied` as in `Likeness`.
    """

    def __init__(
        self, ids: Sequence[str], pairs: Sequence[tuple[int, int]], chance: Sequence[float], copied: Sequence[float]
    ) -> None:
        self._place = {name: n for n, name in enumerate(ids)}
        self._pairs = np.asarray(pairs, np.int64).reshape(-1, 2)
        self._chance = np.asarray(chance, np.float64)
        self._copied = np.asarray(copied, np.float64)

    def chances(self, ordered: Sequence[str], least: float) -> Pairs:
        """The chances of two of these reports from `least` on, by their places in this order."""
        return self._between(ordered, self._chance, self._chance >= least)

    def copies(self, ordered: Sequence[str]) -> list[dict[int, Likeness]]:
        """For each of these reports those that carry its text, by their places in this order."""
        found: list[dict[int, Likeness]] = [{} for _ in ordered]
        shares = self._between(ordered, self._copied, self._copied > 0)
        for one, other, share in zip(shares.low.tolist(), shares.high.tolist(), shares.value.tolist(), strict=True):
            found[one][other] = found[other][one] = Likeness(0.0, share)
        return found

    def _between(self, ordered: Sequence[str], values: NDArray[np.float64], wanted: NDArray[np.bool_]) -> Pairs:
        places = np.full(len(self._place), -1, np.int64)
        for n, name in enumerate(ordered):
            if name in self._place:
                places[self._place[name]] = n
        here = places[self._pairs]
        inside = wanted & (here >= 0).all(axis=1)
        here = here[inside]
        return Pairs(here.min(axis=1), here.max(axis=1), values[inside])


def pairs_of(chances: Mapping[tuple[int, int], float]) -> Pairs:
    """Pairs (the lower place first) with their values, side by side."""
    places = np.asarray(list(chances), np.int64).reshape(-1, 2)
    return Pairs(places[:, 0], places[:, 1], np.fromiter(chances.values(), np.float64, len(chances)))


def labels_of(count: int, links: Pairs) -> NDArray[np.int64]:
    """For each of the items 0..count-1 the lowest one that links join it with."""
    labels = np.arange(count)
    while True:
        low = np.minimum(labels[links.low], labels[links.high])
        found = labels.copy()
        np.minimum.at(found, links.low, low)
        np.minimum.at(found, links.high, low)
        found = found[found]
        if np.array_equal(found, labels):
            return labels
        labels = found
