"""Which of some reports hang together by their links: what removing one of them needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from rashomon.grouping import LINKED
from rashomon.model.decision import ON_REPORTS, Decision
from rashomon.project.components import DisjointSets
from rashomon.project.link_reports import Linker
from rashomon.storage import chance_rows, link_rows, node_rows


def components_among(
    connection: Connection, seqs: Sequence[int], decisions: Iterable[Decision], linker: Linker
) -> dict[int, int]:
    """The component of each of these reports (by number), as if no other report were there.

    Versions of a page lie in one component, and so do reports of one decision.
    """
    sets = DisjointSets(seqs)
    _join_kept(connection, sets, frozenset(seqs), decisions)
    parts: dict[int, list[int]] = defaultdict(list)
    for seq in seqs:
        parts[sets.find(seq)].append(seq)
    # Not all that are linked have their chance kept: whether what seems to fall apart does is found by comparing.
    for part in sorted(parts.values(), key=len)[:-1]:
        for seq in part:
            near = linker.news(connection, seq).intersection(seqs)
            others = [other for other in sorted(near) if sets.find(other) != sets.find(seq)]
            for other, chance in linker.chances(connection, seq, others).items():
                if chance >= LINKED:
                    sets.join(seq, other)
    return {seq: sets.find(seq) for seq in seqs}


def _join_kept(
    connection: Connection, sets: DisjointSets, inside: frozenset[int], decisions: Iterable[Decision]
) -> None:
    for seq, links in link_rows.links_of(connection, inside).items():
        for other in inside.intersection(links):
            sets.join(seq, other)
    for seq, chances in chance_rows.chances_of(connection, inside).items():
        for other in inside.intersection(other for other, chance in chances.items() if chance >= LINKED):
            sets.join(seq, other)
    nodes = node_rows.find_nodes(connection, inside).values()
    first: dict[str, int] = {}
    for node in nodes:
        sets.join(first.setdefault(node.lineage, node.seq), node.seq)
    numbers = {node.id: node.seq for node in nodes}
    for decision in decisions:
        if decision.kind in ON_REPORTS:
            together = [numbers[t] for t in decision.targets if t in numbers]
            for other in together[1:]:
                sets.join(together[0], other)
