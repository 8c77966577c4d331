"""Which reports belong together, asked of a set of them: what removing one needs, and a check of what is stored."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from rashomon.grouping import comparable, linked, marks_of
from rashomon.grouping.neighbours import SHARED_MARKS
from rashomon.knowledge.library import Library
from rashomon.model.decision import Decision
from rashomon.storage.report_rows import StoredReport


def components_among(
    stored: Sequence[StoredReport], library: Library, decisions: Iterable[Decision] = ()
) -> dict[int, int]:
    """The component of each of these reports by its number, as if no other report were there.

    Reports that a standing decision merges lie in one component too.
    """
    sets = _Sets(s.seq for s in stored)
    holders: dict[int, list[int]] = defaultdict(list)
    ready = {s.seq: comparable(s.report, library) for s in stored}
    for seq, here in sorted(ready.items()):
        shared: Counter[int] = Counter()
        for mark in marks_of(here):
            shared.update(holders[mark])
            holders[mark].append(seq)
        for other, count in shared.items():
            if count >= SHARED_MARKS and sets.find(seq) != sets.find(other) and linked(here, ready[other]):
                sets.join(seq, other)
    numbers = {s.report.id: s.seq for s in stored}
    for decision in decisions:
        if decision.kind in ("merge_copies", "merge_stories"):
            together = [numbers[t] for t in decision.targets if t in numbers]
            for other in together[1:]:
                sets.join(together[0], other)
    return {seq: sets.find(seq) for seq in ready}


class _Sets:
    """Disjoint sets of numbers, each named by its least member."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self._parent = {n: n for n in numbers}

    def find(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, a: int, b: int) -> None:
        low, high = sorted((self.find(a), self.find(b)))
        self._parent[high] = low
