"""Which of some reports hang together by their links: what removing one of them needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from rashomon.grouping import Likeness, are_linked
from rashomon.model.decision import Decision
from rashomon.storage import link_rows, node_rows


def components_among(connection: Connection, seqs: Sequence[int], decisions: Iterable[Decision]) -> dict[int, int]:
    """The component of each of these reports (by number), as if no other report were there.

    Versions of a page lie in one component, and so do reports that a standing decision merges.
    """
    sets = DisjointSets(seqs)
    inside = frozenset(seqs)
    for seq, links in link_rows.links_of(connection, seqs).items():
        for other, link in links.items():
            if other in inside and are_linked(Likeness(*link)):
                sets.join(seq, other)
    nodes = node_rows.find_nodes(connection, seqs).values()
    first: dict[str, int] = {}
    for node in nodes:
        sets.join(first.setdefault(node.lineage, node.seq), node.seq)
    numbers = {node.id: node.seq for node in nodes}
    for decision in decisions:
        if decision.kind in ("merge_copies", "merge_stories"):
            together = [numbers[t] for t in decision.targets if t in numbers]
            for other in together[1:]:
                sets.join(together[0], other)
    return {seq: sets.find(seq) for seq in seqs}


class DisjointSets:
    """Disjoint sets of numbers, each named by its least member."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self._parent = {n: n for n in numbers}

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
