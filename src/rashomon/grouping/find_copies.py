"""Reports that carry one text: exact, near, trimmed and altered copies, each group with the version copied from."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from rashomon.grouping.cluster_stories import components
from rashomon.grouping.compare_texts import COPIED_SHARE, align, shared_share
from rashomon.grouping.copy_candidates import Marks, candidates, marks_of_text
from rashomon.grouping.find_alterations import AlteredWords, find_alterations, shared_passages
from rashomon.grouping.forced_groups import force_groups
from rashomon.grouping.report_words import Words, words_of
from rashomon.knowledge.library import Library
from rashomon.model.decision import Forced
from rashomon.model.grouping import Alteration, CopyGroup, SharedPassage
from rashomon.model.ids import content_id
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report

#: The words of so many texts are kept; others are taken apart again where they are compared, so that memory does not
#: grow with the words of a large corpus.
_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class _Text:
    report: Report
    words: Words


def find_copies(
    reports: Sequence[Report], library: Library, forced: Forced | None = None
) -> Outcome[tuple[CopyGroup, ...]]:
    """Every report in exactly one group, a lone report in its own; groups and members by publication, then id.

    Whether two are linked depends on these two texts alone; inside a component of links reports join in their order.
    `forced` is what persons decided on reports.
    """
    unique = {report.id: report for report in reports}
    ordered = sorted(unique.values(), key=publication_key)
    taken = _Taken(ordered)
    equal = taken.equal_texts()
    groups = join_copies(len(ordered), equal, _links(taken, [at for at in range(len(ordered)) if at not in equal]))
    if forced is not None:
        groups = sorted(sorted(g) for g in force_groups(groups, forced, lambda at: ordered[at].id))
    words = library.words.of(AlteredWords)
    found = [
        _group([_Text(ordered[at], taken.words(at)) for at in group], words)
        if len(group) > 1
        else CopyGroup(id=content_id("copy", ordered[group[0]].id), reports=(ordered[group[0]].id,))
        for group in groups
    ]
    return Outcome(tuple(found))


def join_copies(count: int, equal: Mapping[int, int], links: Mapping[int, Mapping[int, float]]) -> list[list[int]]:
    """Texts 0..count-1 (in the order of their publication) as groups of copies.

    `equal` names for a text the earliest one of the same words; `links` the shares that each other text has in common
    with earlier ones.
    """
    group_of: dict[int, int] = {}
    sizes: Counter[int] = Counter()
    members: dict[int, list[int]] = defaultdict(list)
    for at in range(count):
        if at not in equal:
            group_of[at] = _group_to_join(links.get(at, {}), group_of, sizes, new=at)
            sizes[group_of[at]] += 1
    for at in range(count):
        members[group_of[equal.get(at, at)]].append(at)
    return list(members.values())


def _group_to_join(near: Mapping[int, float], group_of: Mapping[int, int], sizes: Counter[int], new: int) -> int:
    """The group with the strongest link whose first member, or more than half of it, is linked; or a new one.

    So a text that merges two wires does not make them one.
    """
    linked: Counter[int] = Counter(group_of[at] for at in near)
    strongest: dict[int, float] = {}
    for at, share in near.items():
        strongest[group_of[at]] = max(share, strongest.get(group_of[at], 0.0))
    fitting = [(-strongest[g], g) for g in linked if g in near or 2 * linked[g] > sizes[g]]
    return min(fitting)[1] if fitting else new


def publication_key(report: Report) -> tuple[bool, dt.datetime, str]:
    """Sorts by earliest possible publication, undated last, then by id."""
    at = report.published.earliest if report.published else dt.datetime.max.replace(tzinfo=dt.UTC)
    return report.published is None, at, report.id


class _Taken:
    """Texts taken apart into words: marks of all, the words of those last asked for."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self.words = lru_cache(maxsize=_KEPT)(lambda at: words_of(reports[at]))
        self._texts: list[bytes] = []
        self.marks: list[Marks] = []
        for at in range(len(reports)):
            words = self.words(at)
            text = " ".join(words.folded).encode("utf-8", "surrogatepass")
            self._texts.append(blake2b(text, digest_size=16).digest() if text else b"")
            self.marks.append(marks_of_text(words))

    def equal_texts(self) -> dict[int, int]:
        """For each text of the same words as an earlier one, that earlier one."""
        first: dict[bytes, int] = {}
        found = {at: first.setdefault(text, at) for at, text in enumerate(self._texts) if text}
        return {at: earliest for at, earliest in found.items() if earliest != at}


def _links(taken: _Taken, standing: Sequence[int]) -> dict[int, dict[int, float]]:
    """For each text the earlier texts that it is a copy of or the source of, with the share of words in common."""
    links: dict[int, dict[int, float]] = defaultdict(dict)
    pairs = candidates([taken.marks[at] for at in standing])
    near = {at: part[0] for part in components(len(standing), pairs) for at in part}
    # Those that hang together one after the other: their words are at hand.
    for one, other in sorted(pairs, key=lambda pair: (near[pair[0]], pair)):
        first, second = standing[one], standing[other]
        share = shared_share(taken.words(first), taken.words(second))
        if share >= COPIED_SHARE:
            links[second][first] = share
    return links


def _group(texts: Sequence[_Text], words: AlteredWords) -> CopyGroup:
    reports = [t.report for t in texts]
    origin = _origin(texts)
    reference = next((t for t in texts if t.report.id == origin), texts[0])
    altered: list[Alteration] = []
    shared: list[SharedPassage] = []
    for text in texts:
        if text is reference:
            continue
        matches = align(reference.words, text.words)
        altered += find_alterations(reference.report, reference.words, text.report, text.words, matches, words)
        shared += shared_passages(reference.words, text.report, text.words, matches)
    return CopyGroup(
        id=content_id("copy", reports[0].id),
        reports=tuple(r.id for r in reports),
        origin_report=origin,
        altered=tuple(altered),
        shared=tuple(shared),
    )


def _origin(texts: Sequence[_Text]) -> str | None:
    """The agency's own version, else the one published before all others, else the one that holds all others; or
    nobody.
    """
    reports = [t.report for t in texts]
    agencies = {_folded(r.agency) for r in reports if r.agency}
    own = [r for r in reports if r.outlet and _folded(r.outlet) in agencies]
    if own:
        return own[0].id
    first, second = reports[0].published, reports[1].published
    if first and all(r.published for r in reports) and second and first.latest < second.earliest:
        return reports[0].id
    longest = max(texts, key=lambda t: len(t.words))
    runs = set(longest.words.runs)
    others = [t for t in texts if t is not longest]
    if all(len(t.words) < 0.9 * len(longest.words) and _inside(t, runs) for t in others):
        return longest.report.id
    return None


def _inside(text: _Text, runs: set[int]) -> bool:
    own = text.words.runs
    return bool(own) and sum(run in runs for run in own) >= 0.8 * len(own)


def _folded(name: str | None) -> str:
    return " ".join((name or "").casefold().split())
