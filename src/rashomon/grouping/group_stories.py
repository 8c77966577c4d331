"""Reports grouped into stories: by what happened, where and when, not by topic alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from rashomon.grouping.alike import Alike
from rashomon.grouping.cores import Row, Rows, choose_cores, form_stories
from rashomon.grouping.find_copies import publication_key
from rashomon.grouping.forced_groups import force_groups
from rashomon.grouping.neighbours import SketchOf
from rashomon.grouping.story_candidates import Met, is_compared
from rashomon.grouping.story_features import Features, features_of
from rashomon.grouping.story_links import LEAST_CHANCE, chance
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
    rows = _compared(first, library, sketch) if alike is None else _known(first, library, alike)
    clusters = form_stories(rows)
    found = [[r for at in cluster for r in groups[at]] for cluster in clusters]
    stories = [_story(members, by_id) for members in force_groups(found, forced or Forced(), str)]
    stories.sort(key=lambda s: publication_key(by_id[s.reports[0]]))
    return Outcome(tuple(stories))


def _compared(reports: Sequence[Report], library: Library, sketch: SketchOf | None) -> Rows:
    """The chances of reports with earlier cores, as far as they are worth anything."""
    features = [sketch(report).features if sketch else features_of(report, library) for report in reports]
    met = Met()

    def row_of(at: int, cores: Set[int]) -> Row:
        return _worth({n: chance(features[n], features[at]) for n in met.compared(features[at]) if n in cores})

    return choose_cores(len(reports), row_of)


def _known(reports: Sequence[Report], library: Library, alike: Alike) -> Rows:
    """The same of what is known; whoever was not compared, being no core as things stand, is compared now."""
    ids = [report.id for report in reports]
    kept = alike.chances(ids)
    known = [name in alike.compared for name in ids]
    standing = {at: ids[at] in alike.cores for at in range(len(ids)) if alike.standing and known[at]}
    #: The cores met so far by their components, and those of them that later reports were not compared with.
    met: dict[int, list[int]] = defaultdict(list)
    odd: dict[int, list[int]] = defaultdict(list)
    taken = _Taken(reports, library)

    def row_of(at: int, cores: Set[int]) -> Row:
        if at - 1 in cores:
            met[alike.component_of(ids[at - 1])].append(at - 1)
            if ids[at - 1] not in alike.cores:
                odd[alike.component_of(ids[at - 1])].append(at - 1)
        row = {other: value for other, value in kept[at].items() if other in cores}
        component = alike.component_of(ids[at])
        others = [n for n in (odd if known[at] else met)[component] if n not in row]
        return row | _worth({n: taken.chance(n, at) for n in others})

    return choose_cores(len(reports), row_of, standing)


class _Taken:
    """Reports whose features are taken as they are asked for."""

    def __init__(self, reports: Sequence[Report], library: Library) -> None:
        self._reports, self._library = reports, library
        self._features: dict[int, Features] = {}

    def chance(self, one: int, other: int) -> float:
        """The chance that two of them tell of one happening; 0 where they need not be compared."""
        a, b = self._of(one), self._of(other)
        return chance(a, b) if is_compared(a, b) else 0.0

    def _of(self, at: int) -> Features:
        if at not in self._features:
            self._features[at] = features_of(self._reports[at], self._library)
        return self._features[at]


def _worth(row: Mapping[int, float]) -> dict[int, float]:
    return {other: value for other, value in row.items() if value >= LEAST_CHANCE}


def _story(members: Sequence[str], by_id: Mapping[str, Report]) -> Story:
    ordered = sorted(members, key=lambda r: publication_key(by_id[r]))
    return Story(id="story-" + ordered[0].removeprefix("rpt-"), reports=tuple(ordered))
