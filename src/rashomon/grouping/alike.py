"""How alike some reports are, side by side: what a project knows, for whichever of them count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of places (the lower one first), each with its value; no pair stands in it twice."""

    low: NDArray[np.int64]
    high: NDArray[np.int64]
    value: NDArray[np.float64]

    def where(self, chosen: NDArray[np.bool_] | NDArray[np.int64]) -> Pairs:
        """Those of the pairs that are chosen, by a mark each or by their numbers."""
        return Pairs(self.low[chosen], self.high[chosen], self.value[chosen])


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared of some reports, by their ids, as all reports of a project stand: who was compared with the
    earlier cores at all (`compared`: live, the first of its copies), which of these are `cores`, each report's
    component, and the `chances` of pairs (places, the lower one first), each pair once.

    A pair of which one was not compared, or the earlier one is no core, was not weighed; any other one without a
    chance is not alike.
    """

    compared: frozenset[str]
    cores: frozenset[str]
    components: Mapping[str, int]
    pairs: Sequence[tuple[int, int]]
    chances: Sequence[float]


class Alike:
    """What is known of the reports of these ids.

    `copies` are places among `ids`, the lower one first, each pair once, with `shares`, the words in common of the two;
    who is in no pair is nobody's copy. `standing` says that the reports asked for are the ones that stand now, so that
    their cores are known.
    """

    def __init__(
        self,
        ids: Sequence[str],
        copies: Sequence[tuple[int, int]],
        shares: Sequence[float],
        known: Compared,
        standing: bool = False,
    ) -> None:
        self._place = {name: n for n, name in enumerate(ids)}
        self._copies, self._shares = np.asarray(copies, np.int64).reshape(-1, 2), np.asarray(shares, np.float64)
        self._pairs = np.asarray(known.pairs, np.int64).reshape(-1, 2)
        self._chances = np.asarray(known.chances, np.float64)
        self._known = known
        self.compared, self.cores, self.standing = known.compared, known.cores, standing

    def as_standing(self) -> Alike:
        """The same of the reports that stand now."""
        found = copy(self)
        found.standing = True
        return found

    def component_of(self, name: str) -> int:
        """The component of a report: nobody of another one tells its news."""
        return self._known.components[name]

    def chances(self, ordered: Sequence[str]) -> list[dict[int, float]]:
        """For each of these reports its chances with earlier ones, by their places in this order."""
        found: list[dict[int, float]] = [{} for _ in ordered]
        chances = self._between(ordered, self._pairs, self._chances)
        for low, high, value in zip(chances.low.tolist(), chances.high.tolist(), chances.value.tolist(), strict=True):
            found[high][low] = value
        return found

    def copies(self, ordered: Sequence[str]) -> list[dict[int, float]]:
        """For each of these reports those that carry its text, by their places in this order."""
        found: list[dict[int, float]] = [{} for _ in ordered]
        shares = self._between(ordered, self._copies, self._shares)
        for one, other, share in zip(shares.low.tolist(), shares.high.tolist(), shares.value.tolist(), strict=True):
            found[one][other] = found[other][one] = share
        return found

    def _between(self, ordered: Sequence[str], pairs: NDArray[np.int64], values: NDArray[np.float64]) -> Pairs:
        places = np.full(len(self._place), -1, np.int64)
        for n, name in enumerate(ordered):
            if name in self._place:
                places[self._place[name]] = n
        here = places[pairs]
        inside = (here >= 0).all(axis=1)
        here = here[inside]
        return Pairs(here.min(axis=1), here.max(axis=1), values[inside])


def pairs_of(chances: Mapping[tuple[int, int], float]) -> Pairs:
    """Pairs (the lower place first) with their values, side by side."""
    places = np.asarray(list(chances), np.int64).reshape(-1, 2)
    return Pairs(places[:, 0], places[:, 1], np.fromiter(chances.values(), np.float64, len(chances)))


def labels_of(count: int, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each of the items 0..count-1 the lowest one that links, each from `one` to `other`, join it with."""
    labels = np.arange(count)
    while True:
        low = np.minimum(labels[one], labels[other])
        found = labels.copy()
        np.minimum.at(found, one, low)
        np.minimum.at(found, other, low)
        found = found[found]
        if np.array_equal(found, labels):
            return labels
        labels = found
