"""The heaviest terms and the times of very many reports as rows of numbers: which of some share enough with one."""

from __future__ import annotations

from array import array

import numpy as np
from numpy.typing import NDArray

from rashomon.grouping.story_features import FOREMOST, KEYS, LEADING, Features

#: Numbers of reports.
Held = NDArray[np.uint32]


class TermRows:
    """A row a report, in the order in which they are kept: its terms' numbers (0 stands for none), the foremost first,
    then those that lead, then the others; its publication; the days that it names.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._terms: NDArray[np.uint32] = np.zeros((1_024, KEYS), np.uint32)
        self._times: NDArray[np.int32] = np.zeros((1_024, 2), np.int32)
        self._days, self._days_end = array("i"), array("Q", [0])
        #: By a term's number, whether the report that is compared has it.
        self._has: NDArray[np.bool_] = np.zeros(1_024, np.bool_)

    def __len__(self) -> int:
        return len(self._days_end) - 1

    def keep(self, feature: Features) -> int:
        """Keep a report's row and give its number."""
        at = len(self)
        if at == len(self._terms):
            self._terms = np.concatenate([self._terms, np.zeros_like(self._terms)])
            self._times = np.concatenate([self._times, np.zeros_like(self._times)])
        parts = feature.foremost, feature.leading - feature.foremost, feature.keys - feature.leading
        for start, part in zip((0, FOREMOST, LEADING), parts, strict=True):
            self._terms[at, start : start + len(part)] = [
                self._numbers.setdefault(term, len(self._numbers) + 1) for term in sorted(part)
            ]
        if len(self._numbers) >= len(self._has):
            self._has = np.zeros(2 * len(self._numbers), np.bool_)
        if feature.published is not None:
            self._times[at] = [day.toordinal() for day in feature.published]
        self._days.extend(sorted(feature.days))
        self._days_end.append(len(self._days))
        return at

    def first(self, at: int, most: int = KEYS) -> list[int]:
        """The numbers of so many of a report's terms, the heaviest."""
        return [int(number) for number in self._terms[at, :most] if number]

    def days(self, at: int) -> frozenset[int]:
        """The days that a report names."""
        return frozenset(self._days[self._days_end[at] : self._days_end[at + 1]])

    def apart(self, at: int, others: Held) -> NDArray[np.int32]:
        """The least number of days between the publications of a dated report and of others."""
        first, last = self._times[at]
        times = self._times[others]
        gap: NDArray[np.int32] = np.maximum(0, np.maximum(first - times[:, 1], times[:, 0] - last))
        return gap

    def shared(self, at: int, others: Held, most: int = KEYS) -> NDArray[np.int64]:
        """How many of a report's so many heaviest terms each of the others has among its own so many."""
        own = self.first(at, most)
        self._has[own] = True
        count: NDArray[np.int64] = self._has[self._terms[others, :most]].sum(axis=1)
        self._has[own] = False
        return count
