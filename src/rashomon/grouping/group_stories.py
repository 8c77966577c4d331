"""Reports grouped into stories: by what happened, where and when, not by topic alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set

from rashomon.grouping.alike import Alike
from rashomon.grouping.cores import Row, Rows, choose_cores, form_stories
from rashomon.grouping.forced_groups import force_groups
from rashomon.grouping.in_order import InOrder
from rashomon.grouping.neighbours import SketchOf
from rashomon.grouping.story_candidates import is_compared
from rashomon.grouping.story_features import Features, features_of
from rashomon.grouping.story_links import chance
from rashomon.grouping.weighing import Weighing, packing, worth
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
    ordered = InOrder(reports)
    place = {name: at for at, name in enumerate(ordered.ids)}
    groups = [sorted(place[r] for r in group.reports if r in place) for group in copies]
    alone = set(range(len(ordered))).difference(*groups)
    groups = sorted([*(group for group in groups if group), *([at] for at in alone)])
    first = [group[0] for group in groups]
    rows = _compared(ordered, first, library, sketch) if alike is None else _known(ordered, first, library, alike)
    found = [[at for n in cluster for at in groups[n]] for cluster in form_stories(rows)]
    stories = sorted(sorted(members) for members in force_groups(found, forced or Forced(), ordered.ids.__getitem__))
    return Outcome(tuple(_story([ordered.ids[at] for at in members]) for members in stories))


def _compared(ordered: InOrder, first: Sequence[int], library: Library, sketch: SketchOf | None) -> Rows:
    """The chances of these reports with earlier cores, as far as they are worth anything."""

    def features(n: int) -> Features:
        return sketch(ordered.ids[first[n]]).features if sketch else features_of(ordered[first[n]], library)

    return choose_cores(len(first), Weighing(len(first), features if sketch else packing(features)).row_of)


def _known(ordered: InOrder, first: Sequence[int], library: Library, alike: Alike) -> Rows:
    """The same of what is known; whoever was not compared, being no core as things stand, is compared now."""
    ids = [ordered.ids[at] for at in first]
    kept = alike.chances(ids)
    known = [name in alike.compared for name in ids]
    standing = {at: ids[at] in alike.cores for at in range(len(ids)) if alike.standing and known[at]}
    #: The cores met so far by their components, and those of them that later reports were not compared with.
    met: dict[int, list[int]] = defaultdict(list)
    odd: dict[int, list[int]] = defaultdict(list)
    taken = _Taken(ordered, first, library)

    def row_of(at: int, cores: Set[int]) -> Row:
        if at - 1 in cores:
            met[alike.component_of(ids[at - 1])].append(at - 1)
            if ids[at - 1] not in alike.cores:
                odd[alike.component_of(ids[at - 1])].append(at - 1)
        row = {other: value for other, value in kept[at].items() if other in cores}
        component = alike.component_of(ids[at])
        others = [n for n in (odd if known[at] else met)[component] if n not in row]
        return row | worth({n: taken.chance(n, at) for n in others})

    return choose_cores(len(ids), row_of, standing)


class _Taken:
    """Reports whose features are taken as they are asked for."""

    def __init__(self, ordered: InOrder, first: Sequence[int], library: Library) -> None:
        self._ordered, self._first, self._library = ordered, first, library
        self._features: dict[int, Features] = {}

    def chance(self, one: int, other: int) -> float:
        """The chance that two of them tell of one happening; 0 where they need not be compared."""
        a, b = self._of(one), self._of(other)
        return chance(a, b) if is_compared(a, b) else 0.0

    def _of(self, at: int) -> Features:
        if at not in self._features:
            self._features[at] = features_of(self._ordered[self._first[at]], self._library)
        return self._features[at]


def _story(ordered: Sequence[str]) -> Story:
    return Story(id="story-" + ordered[0].removeprefix("rpt-"), reports=tuple(ordered))
