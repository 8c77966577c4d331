"""Stories made of clusters as persons decided: those that a change bears upon are written anew.

Nearly always a report joins a story that nobody decided on: it is written into it, and the others are not looked at.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from sqlalchemy import Connection

from rashomon.deciding import forced_groups, standing
from rashomon.grouping import force_groups
from rashomon.model.decision import Decision, Forced
from rashomon.model.grouping import Story
from rashomon.project.pages import Pages
from rashomon.project.surroundings import Surroundings
from rashomon.storage import component_rows, decision_rows, link_rows, node_rows, story_rows
from rashomon.storage.link_rows import Place
from rashomon.storage.node_rows import Node
from rashomon.storage.story_rows import StoredStory


class Decided:
    """What persons decided on groups, by the numbers of the reports that are there."""

    def __init__(self, connection: Connection, decisions: Sequence[Decision], what: str) -> None:
        self.forced = forced_groups(decisions, what)
        groups = [step.members for step in self.forced.steps]
        nodes = node_rows.named_nodes(connection, {name for group in groups for name in group})
        numbers = {node.id: seq for seq, node in nodes.items()}
        self._groups = [{numbers[name] for name in group if name in numbers} for group in groups]
        self.numbers = frozenset(numbers.values())

    def join(self, connection: Connection, seqs: Iterable[int]) -> None:
        """Have the components of all that stand in one decision with any of these be one.

        A component may be wider than its stories: undoing the decision needs no parting.
        """
        some = set(seqs)
        for group in self._groups:
            if group & some:
                apart = set(component_rows.components_of(connection, sorted(group)).values())
                if len(apart) > 1:
                    component_rows.join_components(connection, apart)

    def beside(self, seqs: Iterable[int]) -> set[int]:
        """All reports that stand in one decision with any of these."""
        some = set(seqs)
        return {other for group in self._groups if group & some for other in group}


@dataclass(frozen=True, slots=True)
class Moves:
    """The reports that were `touched` (all versions of their pages), and where reports stand now, in no story yet."""

    touched: Collection[int]
    places: Mapping[int, Place]


def restory(connection: Connection, around: Surroundings, moves: Moves, decided: Decided) -> set[int]:
    """Write the stories of reports that moved, and where these stand; the reports of stories formed anew."""
    before = around.places_of({*moves.places, *moves.touched})
    # A report that stands no more holds none together, or apart, that were decided on with it.
    stirred = {place.cluster for place in around.places_of({*moves.touched, *decided.beside(moves.touched)}).values()}
    for seq, place in moves.places.items():
        if seq in before and before[seq].cluster != place.cluster:
            stirred |= {before[seq].cluster, place.cluster}
    grown = _grown(connection, around, moves, stirred, decided)
    stirred |= {moves.places[seq].cluster for seq in moves.places.keys() - before.keys()} - grown.keys()
    clusters = {seq: place.cluster for seq, place in around.places_of(around.in_clusters(stirred)).items()}
    clusters |= {seq: place.cluster for seq, place in moves.places.items() if place.cluster in stirred}
    gone = around.stories(clusters.keys() | set(moves.touched))
    beyond = _beyond(around, clusters.keys(), gone, decided)
    clusters |= {seq: place.cluster for seq, place in around.places_of(beyond).items()}
    gone |= around.stories(beyond)
    formed = _stories(connection, clusters, decided.forced)
    story_rows.replace_stories(connection, gone, [*formed, *grown.values()])
    story_of = {r: s.story.id for s in formed for r in s.story.reports}
    names = {node.seq: node.id for node in node_rows.find_nodes(connection, clusters).values()}
    found = dict(moves.places)
    for seq in clusters.keys() - found.keys():
        found[seq] = around.places_of([seq])[seq]
    for seq, place in found.items():
        if seq in clusters:
            found[seq] = place._replace(story=story_of[names[seq]])
        else:
            found[seq] = place._replace(story=grown[place.cluster].story.id if seq not in before else before[seq].story)
    stood = around.places_of(found)
    changed = {seq: place for seq, place in found.items() if stood.get(seq) != place}
    link_rows.save_places(connection, set(moves.touched) - found.keys(), changed)
    return set(clusters)


def standing_together(connection: Connection, story: str) -> set[int]:
    """The live reports of a story, and all whose clusters or decisions it shares: grouping them gives it again."""
    around = Surroundings(connection, (), ())
    stories = Decided(connection, standing(decision_rows.all_decisions(connection)), "stories")
    return _beyond(around, (), {story}, stories)


def _grown(
    connection: Connection, around: Surroundings, moves: Moves, stirred: Collection[int], decided: Decided
) -> dict[int, StoredStory]:
    """The stories that are as they were but for reports that joined them, by their clusters."""
    joined: dict[int, list[int]] = defaultdict(list)
    for seq in moves.places.keys() - around.places_of(moves.places).keys():
        joined[moves.places[seq].cluster].append(seq)
    # A story is one cluster, whole, unless a decision names a report of it.
    by_decision = {place.cluster for place in around.places_of(decided.numbers).values()}
    known = link_rows.stories_of_clusters(connection, joined.keys() - set(stirred) - by_decision)
    found = {}
    for cluster, story in known.items():
        if decided.numbers.isdisjoint(joined[cluster]):
            grown = _with(connection, story, joined[cluster])
            if grown is not None:
                found[cluster] = grown
    return found


def _with(connection: Connection, story: str, seqs: Iterable[int]) -> StoredStory | None:
    """A story with reports that joined it; null where one of them is its first, which names it anew."""
    nodes = sorted(node_rows.find_nodes(connection, seqs).values(), key=lambda node: node.key)
    stored = story_rows.find_story(connection, story)
    key = cache(partial(node_rows.key_of, connection))
    if stored is None or nodes[0].key < key(stored.story.reports[0]):
        return None
    reports = list(stored.story.reports)
    for node in nodes:
        at = len(reports) if key(reports[-1]) < node.key else bisect(reports, node.key, key=key)
        reports.insert(at, node.id)
    pages = Pages(connection, {node.lineage for node in nodes})
    return pages.joined(stored, tuple(reports), [node.id for node in nodes])


def _beyond(around: Surroundings, formed: Iterable[int], stories: set[str], decided: Decided) -> set[int]:
    """Further reports whose stories are made of others' clusters by decisions that stand, or stood until now."""
    every = set(formed)
    found: set[int] = set()
    while True:
        others = around.members(stories | around.stories(found)) | around.live(decided.beside(every | found))
        new = around.in_clusters({place.cluster for place in around.places_of(others - every).values()}) - every
        if new <= found:
            return found
        found |= new


def _stories(connection: Connection, places: Mapping[int, int], forced: Forced) -> list[StoredStory]:
    """The stories of whole clusters, given as each report's one, under what persons decided."""
    nodes = node_rows.find_nodes(connection, places)
    pages = Pages(connection, {node.lineage for node in nodes.values()})
    by_id: dict[str, Node] = {node.id: node for node in nodes.values()}
    clusters: dict[int, list[str]] = {}
    for seq, node in nodes.items():
        clusters.setdefault(places[seq], []).append(node.id)
    formed = []
    for members in force_groups(list(clusters.values()), forced, str):
        ordered = sorted(members, key=lambda r: by_id[r].key)
        story = Story(id="story-" + ordered[0].removeprefix("rpt-"), reports=tuple(ordered))
        formed.append(pages.stored(story, by_id[ordered[0]].component))
    return formed
