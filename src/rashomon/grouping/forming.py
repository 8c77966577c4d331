"""Copy groups formed of kept links, without their texts: what a project does each time a report comes.

Reports are numbered in the order of their publication. Copy groups are closed: those of a closed set of reports are the
same with and without the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.grouping.forced_groups import force_groups
from rashomon.grouping.join_copies import join_copies
from rashomon.grouping.neighbours import EQUAL
from rashomon.model.decision import Forced


def form_copies(ordered: Sequence[str], links: Sequence[Mapping[int, float]], forced: Forced) -> list[list[int]]:
    """The copy groups of reports (their ids, by publication), each in that order.

    `links` has for each of them the share of words in common with its copies, by their places in it.
    """
    equal: dict[int, int] = {}
    for at in range(len(ordered)):
        earliest = min((o for o, share in links[at].items() if share == EQUAL), default=at)
        if earliest < at:
            equal[at] = earliest
    shares = {
        at: {o: share for o, share in links[at].items() if o < at and o not in equal}
        for at in range(len(ordered))
        if at not in equal
    }
    groups = join_copies(len(ordered), equal, shares)
    return sorted(sorted(g) for g in force_groups(groups, forced, lambda at: ordered[at]))
