"""Groups of reports formed of kept links, without their texts: what a project does each time a report comes.

Reports are numbered in the order of their publication. Copy groups and stories are closed: those of a closed set of
reports are the same with and without the others, so that what changed is formed anew beside its neighbours alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.grouping.alike import pairs_of
from rashomon.grouping.cluster_stories import clusters_of
from rashomon.grouping.forced_groups import force_groups
from rashomon.grouping.join_copies import join_copies
from rashomon.grouping.neighbours import EQUAL, Likeness
from rashomon.grouping.story_links import LEAST_CHANCE, LINKED
from rashomon.model.decision import Forced

#: For each report, how alike it is to others.
Links = Sequence[Mapping[int, Likeness]]


def form_copies(ordered: Sequence[str], links: Links, forced: Forced) -> list[list[int]]:
    """The copy groups of reports (their ids, by publication), each in that order; links are between places in it."""
    equal: dict[int, int] = {}
    for at in range(len(ordered)):
        earliest = min((o for o, like in links[at].items() if like.copied == EQUAL), default=at)
        if earliest < at:
            equal[at] = earliest
    shares = {
        at: {o: like.copied for o, like in links[at].items() if like.copied > 0 and o < at and o not in equal}
        for at in range(len(ordered))
        if at not in equal
    }
    groups = join_copies(len(ordered), equal, shares)
    return sorted(sorted(g) for g in force_groups(groups, forced, lambda at: ordered[at]))


def form_clusters(groups: Sequence[Sequence[int]], links: Links) -> list[list[int]]:
    """The reports of each story as the machine sees them, of their copy groups: a group goes by its first report."""
    place = {group[0]: n for n, group in enumerate(groups)}
    chances = {
        (n, place[other]): like.chance
        for first, n in place.items()
        for other, like in sorted(links[first].items())
        if other in place and place[other] > n and like.chance >= LEAST_CHANCE
    }
    return [
        [at for n in cluster for at in groups[n]] for cluster in clusters_of(len(groups), pairs_of(chances), LINKED)
    ]
