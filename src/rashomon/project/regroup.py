"""Stories formed anew around the reports that changed; all others stay, as a build from nothing would leave them.

What is formed anew is a closed set: no copy group and no story reaches beyond it, neither as they stood nor as they
will stand. It starts with the stories of what changed; these are formed beside all that they are linked to, and where
one joins a neighbour, the neighbour's story is formed anew as well. What lies further off can change nothing: groups
join by the links between their own members alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from rashomon.deciding import forced_groups, standing
from rashomon.grouping import are_linked, find_copies, force_groups, form_clusters, form_copies, group_stories
from rashomon.knowledge.library import Library
from rashomon.model.claim import ReportClaims
from rashomon.model.decision import Decision, Forced
from rashomon.model.grouping import Story
from rashomon.model.report import Report
from rashomon.project.pages import Pages
from rashomon.project.settle_claims import settle_claims
from rashomon.project.sightings import comebacks, count_lineage
from rashomon.project.surroundings import Surroundings
from rashomon.storage import component_rows, decision_rows, link_rows, node_rows, report_rows, story_rows
from rashomon.storage.retrieval_rows import note_sighting
from rashomon.storage.story_rows import StoredStory
from rashomon.timeframe import select_live


def regroup(connection: Connection, touched: Iterable[int], library: Library) -> None:
    """Form anew whatever a change of these reports (by their numbers) can change; some may be gone."""
    numbers = set(touched)
    decisions = standing(decision_rows.all_decisions(connection))
    lineages = {node.lineage for node in node_rows.find_nodes(connection, numbers).values()}
    pages = Pages(connection, lineages)
    numbers |= pages.versions.keys()
    around = Surroundings(connection, pages.live, numbers - pages.live)
    copies, stories = _Sets(connection, decisions, "copies"), _Sets(connection, decisions, "stories")
    inside = around.whole(_copied(around, numbers, copies))
    clusters = _form(connection, around, inside, copies.forced)
    places = {seq: min(cluster) for cluster in clusters for seq in cluster}
    gone = around.stories(places.keys() | numbers)
    for seq in _beyond(around, places.keys(), gone, stories):
        cluster = around.cluster_of(seq)
        assert cluster is not None, "only reports that have a place stand in a story"
        places[seq] = cluster
        gone |= around.stories([seq])
    formed = _stories(connection, places, stories.forced)
    story_of = {r: s.story.id for s in formed for r in s.story.reports}
    names = {node.seq: node.id for node in node_rows.find_nodes(connection, places).values()}
    link_rows.save_places(connection, numbers, {seq: (places[seq], story_of[names[seq]]) for seq in places})
    story_rows.replace_stories(connection, gone, formed)
    settle_claims(connection, numbers | places.keys(), decisions, library)


def standing_together(connection: Connection, story: str) -> set[int]:
    """The live reports of a story, and all whose clusters or decisions it shares: grouping them gives it again."""
    around = Surroundings(connection, (), ())
    stories = _Sets(connection, standing(decision_rows.all_decisions(connection)), "stories")
    return _beyond(around, (), {story}, stories)


class _Sets:
    """What persons decided on groups, by the numbers of the reports that are there."""

    def __init__(self, connection: Connection, decisions: Sequence[Decision], what: str) -> None:
        self.forced = forced_groups(decisions, what)
        groups = [step.members for step in self.forced.steps]
        nodes = node_rows.named_nodes(connection, {name for group in groups for name in group})
        numbers = {node.id: seq for seq, node in nodes.items()}
        self._groups = [{numbers[name] for name in group if name in numbers} for group in groups]

    def beside(self, seqs: Iterable[int]) -> set[int]:
        """All reports that stand in one decision with any of these."""
        some = set(seqs)
        return {other for group in self._groups if group & some for other in group}


def _copied(around: Surroundings, numbers: Iterable[int], decided: _Sets) -> set[int]:
    """These reports with all that are copies of them, or of their copies."""
    found = set(numbers)
    new = set(found)
    while new:
        links = around.links(new)
        others = {other for some in links.values() for other, like in some.items() if like.copied > 0}
        new = around.live((others | decided.beside(new)) - found)
        found |= new
    return found


def _form(connection: Connection, around: Surroundings, inside: set[int], forced: Forced) -> list[list[int]]:
    """The clusters of a set of reports, and of those neighbours that they join."""
    while True:
        linked = {o for some in around.links(inside).values() for o, like in some.items() if are_linked(like)}
        beside = around.whole(linked - inside) - inside
        clusters = _clusters(connection, around, inside | beside, forced)
        joined = {seq for cluster in clusters if not inside.isdisjoint(cluster) for seq in cluster}
        if joined == inside:
            return [cluster for cluster in clusters if cluster[0] in inside]
        inside = around.whole(joined)


def _clusters(connection: Connection, around: Surroundings, seqs: set[int], forced: Forced) -> list[list[int]]:
    """The clusters that these reports make among themselves."""
    nodes = sorted(node_rows.find_nodes(connection, seqs).values(), key=lambda node: node.key)
    at = {node.seq: n for n, node in enumerate(nodes)}
    found = around.links(seqs)
    links = [{at[o]: like for o, like in found[node.seq].items() if o in at} for node in nodes]
    groups = form_copies([node.id for node in nodes], links, forced)
    return [[nodes[n].seq for n in cluster] for cluster in form_clusters(groups, links)]


def _beyond(around: Surroundings, formed: Iterable[int], stories: set[str], decided: _Sets) -> set[int]:
    """Further reports whose stories are made of others' clusters by decisions that stand, or stood until now."""
    every = set(formed)
    found: set[int] = set()
    while True:
        others = around.members(stories | around.stories(found)) | around.live(decided.beside(every | found))
        new = around.whole(others - every) - every
        if new <= found:
            return found
        found |= new


def _stories(connection: Connection, places: Mapping[int, int], forced: Forced) -> list[StoredStory]:
    """The stories of whole clusters, given as each report's one, under what persons decided."""
    nodes = node_rows.find_nodes(connection, places)
    pages = Pages(connection, {node.lineage for node in nodes.values()})
    by_id = {node.id: node for node in nodes.values()}
    clusters: dict[int, list[str]] = {}
    for seq, node in nodes.items():
        clusters.setdefault(places[seq], []).append(node.id)
    formed = []
    for members in force_groups(list(clusters.values()), forced, str):
        ordered = sorted(members, key=lambda r: by_id[r].key)
        story = Story(id="story-" + ordered[0].removeprefix("rpt-"), reports=tuple(ordered))
        formed.append(pages.stored(story, by_id[ordered[0]].component))
    return formed


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
