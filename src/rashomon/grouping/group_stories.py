"""Reports grouped into stories: by what happened, where and when, not by topic alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.grouping.alike import Alike, Pairs, pairs_of
from rashomon.grouping.cluster_stories import clusters_of
from rashomon.grouping.find_copies import publication_key
from rashomon.grouping.forced_groups import force_groups
from rashomon.grouping.neighbours import SketchOf
from rashomon.grouping.story_candidates import candidates
from rashomon.grouping.story_features import features_of
from rashomon.grouping.story_links import LEAST_CHANCE, LINKED, chance
from rashomon.knowledge.library import Library
from rashomon.model.claim import ReportClaims
from rashomon.model.decision import Forced
from rashomon.model.grouping import CopyGroup, Story
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report


def group_stories(
    reports: Sequence[Report],
    claims: Sequence[ReportClaims],  # noqa: ARG001 - `group` has no claims and must give the stories that `build` gives
    copies: Sequence[CopyGroup],
    library: Library,
    forced: Forced | None = None,
    alike: Alike | None = None,
    sketch: SketchOf | None = None,
) -> Outcome[tuple[Story, ...]]:
    """Every report in exactly one story, a lone report in its own; a copy lies in the story of its original.

    Only texts, dates and what persons decided (`forced`) count. One text a copy group is compared, its earliest.
    `alike` is what is known of every two reports already: the stories are the same. `sketch` gives what an engine
    has made of each.
    """
    by_id = {report.id: report for report in reports}
    groups = [[r for r in group.reports if r in by_id] for group in copies]
    groups += [[r] for r in sorted(set(by_id) - {r for group in groups for r in group})]
    groups = [sorted(g, key=lambda r: publication_key(by_id[r])) for g in groups if g]
    groups.sort(key=lambda g: publication_key(by_id[g[0]]))
    first = [by_id[group[0]] for group in groups]
    chances = _weighed(first, library, sketch) if alike is None else alike.chances([r.id for r in first], LEAST_CHANCE)
    clusters = clusters_of(len(groups), chances, LINKED)
    found = [[r for at in cluster for r in groups[at]] for cluster in clusters]
    stories = [_story(members, by_id) for members in force_groups(found, forced or Forced(), str)]
    stories.sort(key=lambda s: publication_key(by_id[s.reports[0]]))
    return Outcome(tuple(stories))


def _weighed(reports: Sequence[Report], library: Library, sketch: SketchOf | None) -> Pairs:
    """The chances that two reports (by their places) tell one happening, as far as they are worth anything."""
    features = [sketch(report).features if sketch else features_of(report, library) for report in reports]
    weighed = ((pair, chance(features[pair[0]], features[pair[1]])) for pair in candidates(features))
    return pairs_of({pair: value for pair, value in weighed if value >= LEAST_CHANCE})


def _story(members: Sequence[str], by_id: Mapping[str, Report]) -> Story:
    ordered = sorted(members, key=lambda r: publication_key(by_id[r]))
    return Story(id="story-" + ordered[0].removeprefix("rpt-"), reports=tuple(ordered))
