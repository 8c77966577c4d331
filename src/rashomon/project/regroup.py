"""Stories formed anew around the reports that changed; all others stay, as a build from nothing would leave them.

First the copy groups of what changed, then which of their first reports are cores, then the clusters of those cores.
Clusters are closed sets, none reaches beyond it, neither as they stood nor as they will stand. One is formed beside
all that it is linked to, and where it joins a neighbour, the neighbour is formed anew as well. What lies further off
can change nothing: cores join by the chances between their own members alone. Last come those who follow cores, and
copies.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection

from rashomon.deciding import forced_groups, standing
from rashomon.grouping import (
    LINKED,
    find_copies,
    followed,
    force_groups,
    form_clusters,
    group_stories,
    pairs_of,
)
from rashomon.knowledge.library import Library
from rashomon.model.claim import ReportClaims
from rashomon.model.decision import Decision
from rashomon.model.report import Report
from rashomon.project.link_reports import Linker
from rashomon.project.pages import Pages
from rashomon.project.restory import Decided, Moves, restory
from rashomon.project.settle_claims import settle_claims
from rashomon.project.settle_copies import CopySettling
from rashomon.project.settle_cores import Settled, Settling
from rashomon.project.sightings import comebacks, count_lineage
from rashomon.project.surroundings import Surroundings
from rashomon.storage import chance_rows, component_rows, decision_rows, link_rows, node_rows, report_rows
from rashomon.storage.link_rows import Place
from rashomon.storage.retrieval_rows import note_sighting
from rashomon.storage.story_rows import StoredStory
from rashomon.timeframe import select_live


def regroup(
    connection: Connection,
    touched: Iterable[int],
    library: Library,
    linker: Linker | None = None,
    anew: Collection[int] = (),
) -> None:
    """Form anew whatever a change of these reports (by their numbers) can change; some may be gone.

    `linker` is the one that linked them; `anew` are those that were there before and have other words or dates now.
    """
    numbers = set(touched)
    decisions = standing(decision_rows.all_decisions(connection))
    lineages = {node.lineage for node in node_rows.find_nodes(connection, numbers).values()}
    pages = Pages(connection, lineages)
    numbers |= pages.versions.keys()
    around = Surroundings(connection, pages.live, numbers - pages.live)
    decided, decided_stories = (Decided(connection, decisions, what) for what in ("copies", "stories"))
    for some in (decided, decided_stories):
        some.join(connection, numbers)
    copies = CopySettling(connection, around, numbers, anew)
    firsts = _firsts(connection, around, copies, numbers, decided)
    were = {seq for seq, place in around.places_of(numbers | firsts.keys()).items() if place.first == seq}
    items, other = {seq for seq, first in firsts.items() if seq == first}, set(anew)
    came, went = (items - were) | (items & other), (were - items) | (were & other)
    settled = Settling(connection, linker or Linker(library), came, went).settle()
    clusters = _clusters(connection, around, settled)
    clusters |= _following(connection, around, settled, clusters, went)
    moves = Moves(numbers, _places(around, settled, clusters, firsts, copies))
    formed = restory(connection, around, moves, decided_stories)
    settle_claims(connection, numbers | firsts.keys() | formed, decisions, library)


def _firsts(
    connection: Connection, around: Surroundings, copies: CopySettling, touched: Collection[int], decided: Decided
) -> dict[int, int]:
    """The first of its copies, as persons decided, for each live report where that may have changed."""
    found = copies.settle()
    stood = around.places_of(found.keys() | touched).values()
    groups = {text.original for text in found.values()} | {place.original for place in stood}
    meant = {text.original for seq in decided.numbers if (text := copies.text_of(seq)) is not None}
    if groups.isdisjoint(meant) and not link_rows.any_forced(connection, groups):
        return {seq: text.original for seq, text in found.items()}
    members: dict[int, set[int]] = {}
    while groups - members.keys():
        members.update((original, copies.members(original)) for original in groups - members.keys())
        beside = decided.beside(seq for some in members.values() for seq in some)
        groups = {text.original for seq in beside if (text := copies.text_of(seq)) is not None}
    nodes = node_rows.find_nodes(connection, {seq for some in members.values() for seq in some})
    made = force_groups([sorted(some) for some in members.values()], decided.forced, lambda seq: nodes[seq].id)
    firsts = {id(group): min(group, key=lambda seq: nodes[seq].key) for group in made if group}
    return {seq: firsts[id(group)] for group in made for seq in group}


def _clusters(connection: Connection, around: Surroundings, settled: Settled) -> dict[int, int]:
    """The clusters of the cores that a change bears upon, by the least number of each; others stay as they are."""
    inside = around.whole(settled.cores | settled.lost) - settled.lost
    while inside:
        linked = {o for some in around.chances(inside).values() for o, chance in some.items() if chance >= LINKED}
        beside = around.whole(linked - inside) - inside - settled.lost
        clusters = _joined(connection, around, inside | beside)
        joined = {seq for cluster in clusters if not inside.isdisjoint(cluster) for seq in cluster}
        if joined == inside:
            return {seq: min(cluster) for cluster in clusters if cluster[0] in inside for seq in cluster}
        inside = around.whole(joined) - settled.lost
    return {}


def _joined(connection: Connection, around: Surroundings, cores: set[int]) -> list[list[int]]:
    """The clusters that these cores make among themselves."""
    keys = node_rows.keys_at(connection, cores)
    ordered = sorted(cores, key=lambda seq: keys[seq])
    at = {seq: n for n, seq in enumerate(ordered)}
    chances = {
        (n, at[other]): chance
        for seq, n in at.items()
        for other, chance in sorted(around.chances(cores)[seq].items())
        if at.get(other, -1) > n
    }
    return [[ordered[n] for n in cluster] for cluster in form_clusters(len(ordered), pairs_of(chances))]


def _following(
    connection: Connection,
    around: Surroundings,
    settled: Settled,
    clusters: Mapping[int, int],
    went: Collection[int],
) -> dict[int, int]:
    """The clusters of those who follow cores, where these or their clusters changed."""
    before = around.places_of(clusters)
    # Whoever follows a core that came is among those who moved.
    moved = [seq for seq, place in before.items() if place.cluster != clusters[seq]]
    held = chance_rows.held_against(connection, moved).keys() - clusters.keys()
    places = around.places_of(held)
    wanted = {seq for seq in held if seq in places and not places[seq].core and seq not in went} | settled.moved
    rows = chance_rows.chances_of(connection, wanted)
    cores = {core for row in rows.values() for core in row}
    stood = around.places_of(cores - clusters.keys())
    keys = node_rows.keys_at(connection, cores)
    found = {}
    for seq, row in rows.items():
        ordered = sorted(row, key=lambda core: keys[core])
        found[seq] = followed((clusters[c] if c in clusters else stood[c].cluster, row[c]) for c in ordered)
    return found


def _places(
    around: Surroundings,
    settled: Settled,
    clusters: Mapping[int, int],
    firsts: Mapping[int, int],
    copies: CopySettling,
) -> dict[int, Place]:
    """Where reports stand now that the change bears upon, in no story yet: those of these clusters, and all copies."""
    before = around.places_of({*firsts, *firsts.values(), *clusters})
    moved = {seq for seq, cluster in clusters.items() if seq not in before or before[seq].cluster != cluster}
    beside = around.places_of(around.copies_of(moved))
    first_of = {seq: place.first for seq, place in beside.items()} | {seq: seq for seq in clusters} | dict(firsts)
    changed = settled.lost | settled.moved
    found = {}
    for seq, first in first_of.items():
        core = seq == first and (seq in settled.cores or (seq not in changed and before[seq].core))
        cluster = clusters[first] if first in clusters else before[first].cluster
        found[seq] = Place(cluster, "", first, core, *copies.text(seq))
    return found


def form_stories(
    connection: Connection, component: int, reports: Sequence[Report], library: Library, decisions: Sequence[Decision]
) -> list[StoredStory]:
    """The stories of all reports of one component, formed of their texts: what `regroup` must have come to."""
    live = select_live(reports, None, seen=True, back=comebacks(connection, reports)).live
    empty = [ReportClaims(report=r.id) for r in live]
    copies = find_copies(live, library, forced_groups(decisions, "copies")).value
    stories = group_stories(live, empty, copies, library, forced_groups(decisions, "stories")).value
    nodes = node_rows.find_nodes(connection, component_rows.members_of(connection, [component])).values()
    pages = Pages(connection, {node.lineage for node in nodes})
    return [pages.stored(story, component) for story in stories]


def note_comeback(
    connection: Connection, report_id: str, source: str, at: dt.datetime, sha256: str | None, library: Library
) -> None:
    """Keep that a known version stood at its page at an instant; where another one stood there before, it is live."""
    note_sighting(connection, report_id, source, at, sha256)
    for stored in report_rows.find_reports(connection, [report_id]).values():
        count_lineage(connection, stored.report.lineage)
        regroup(connection, [stored.seq], library)
