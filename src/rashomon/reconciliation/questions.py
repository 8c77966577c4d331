"""Figures put to the questions that they answer: one measure, people, place, days and event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from rashomon.reconciliation.fitting import APART, TWO
from rashomon.reconciliation.same_counts import SameCounts
from rashomon.reconciliation.scopes import is_own
from rashomon.reconciliation.sightings import Sighting

#: Of so many figures of one kind every pair is looked at, of more each with some that stand near it.
_EVERY_PAIR, _LEAST_PAIRS = 500, 100
#: Two groups may be one question with so large a share of pairs that look like two happenings.
_FEW = 0.1


@dataclass(slots=True)
class Asked:
    """One question in the making: the figures that answer it, the sharpest first. `live` as `Sighting.is_live`."""

    live: bool
    ceiling: bool
    members: list[Sighting] = field(default_factory=list)

    @property
    def first(self) -> Sighting:
        """The figure whose scope is told most sharply."""
        return self.members[0]


class Asking(SameCounts):
    """Works out which figures answer one question."""

    def ask(self, sightings: Sequence[Sighting]) -> list[Asked]:
        """The questions of these figures: those that fit best are joined first, never two of which one differs."""
        buckets: dict[tuple[object, ...], list[Sighting]] = defaultdict(list)
        for sighting in sorted(sightings, key=self._vagueness):
            scope = self.scope[sighting.id]
            realis = sighting.figure.realis if not sighting.is_live else "live"
            key = (scope.measure, scope.unit, scope.role, scope.counting, realis, self.meant[sighting.id].ceiling)
            buckets[key].append(sighting)
        return [
            Asked(some[0].is_live, self.meant[some[0].id].ceiling, some)
            for members in buckets.values()
            for some in self._joined(members)
        ]

    def _joined(self, members: Sequence[Sighting]) -> list[list[Sighting]]:
        """The figures of one bucket as questions, each with its figures in the given order."""
        apart: list[set[int]] = [set() for _ in members]
        two: list[set[int]] = [set() for _ in members]
        first, second = _pairs(len(members))
        fits = self.fits(members, first, second)
        for against, which in ((apart, fits <= APART), (two, (fits > APART) & (fits <= TWO))):
            for i, j in zip(first[which].tolist(), second[which].tolist(), strict=True):
                against[i].add(j)
                against[j].add(i)
        group = list(range(len(members)))
        inside = {i: {i} for i in group}
        joined = np.flatnonzero(fits >= 0)
        best = joined[np.argsort(-fits[joined], kind="stable")]
        for i, j in zip(first[best].tolist(), second[best].tolist(), strict=True):
            one, other = group[i], group[j]
            if one == other:
                continue
            one, other = (one, other) if one < other else (other, one)
            if not apart[one].isdisjoint(inside[other]):
                continue
            doubts = sum(len(two[k].intersection(inside[other])) for k in inside[one])
            if doubts > _FEW * len(inside[one]) * len(inside[other]):
                continue
            for k in inside[other]:
                group[k] = one
            inside[one] |= inside.pop(other)
            apart[one] |= apart[other]
        return [[members[k] for k in sorted(inside[g])] for g in sorted(inside)]

    def _vagueness(self, sighting: Sighting) -> tuple[bool, bool, bool, bool, int, bool, int, str]:
        scope = self.scope[sighting.id]
        wide = scope.place is None or scope.place.kind in ("country", "region", "admin1", "admin2")
        return (
            not is_own(scope.place),
            wide,
            scope.start is None and scope.end is None,
            sighting.root is None,
            sighting.order,
            sighting.headline,
            sighting.figure.number_start,
            sighting.id,
        )


def _pairs(count: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Every pair, in order; of very many figures each with those that stand near it, so that time stays linear."""
    reach = count if count <= _EVERY_PAIR else _EVERY_PAIR * _EVERY_PAIR // count
    every = np.arange(count)
    many = np.minimum(count - 1 - every, max(reach, _LEAST_PAIRS))
    first = np.repeat(every, many)
    return first, first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(many) - many, many)
