"""Which reports hang together by their links: their components, joined as reports come."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection

from rashomon.storage import component_rows


class DisjointSets:
    """Disjoint sets of numbers, each named by its least member."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self._parent = {n: n for n in numbers}

    def add(self, numbers: Iterable[int]) -> None:
        """Have these numbers, those that were not there as sets of their own."""
        for number in numbers:
            self._parent.setdefault(number, number)

    def find(self, number: int) -> int:
        """The name of a number's set."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, a: int, b: int) -> None:
        """Make the two numbers' sets one."""
        low, high = sorted((self.find(a), self.find(b)))
        self._parent[high] = low


class Components:
    """The components of reports as they are joined, kept once all are."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._of: dict[int, int] = {}
        self._sets = DisjointSets(())
        #: The numbers of components that are one now, by the least of them.
        self._together: dict[int, set[int]] = {}

    def join(self, pairs: Collection[tuple[int, int]]) -> None:
        """Make one component of those of the two reports of each pair."""
        unknown = {seq for pair in pairs for seq in pair} - self._of.keys()
        if unknown:
            self._know(component_rows.components_of(self._connection, sorted(unknown)))
        for one, other in pairs:
            low, high = sorted((self._sets.find(self._of[one]), self._sets.find(self._of[other])))
            if low != high:
                self._sets.join(low, high)
                self._together[low] |= self._together.pop(high)

    def apart(self, seq: int, others: Collection[int]) -> list[int]:
        """Those of these reports that lie in other components than this one, in order."""
        self.join([(seq, seq)])
        found = component_rows.apart_from(self._connection, others, self._together[self._sets.find(self._of[seq])])
        self._know(found)
        return sorted(found)

    def are_one(self, one: int, other: int) -> bool:
        """True where two reports, of which was asked before, lie in one component."""
        return self._sets.find(self._of[one]) == self._sets.find(self._of[other])

    def save(self) -> None:
        """Keep what was joined."""
        for numbers in self._together.values():
            if len(numbers) > 1:
                component_rows.join_components(self._connection, numbers)

    def _know(self, found: dict[int, int]) -> None:
        self._of.update(found)
        self._sets.add(found.values())
        for number in found.values():
            if self._sets.find(number) == number:
                self._together.setdefault(number, {number})
