"""Reports that carry one text: exact, near, trimmed and altered copies, each group with the version copied from."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from rashomon.grouping.compare_texts import COPIED_SHARE, align, may_share, shared_share
from rashomon.grouping.find_alterations import AlteredWords, find_alterations, shared_passages
from rashomon.grouping.forced_groups import force_groups
from rashomon.grouping.report_words import Words, words_of
from rashomon.grouping.shingles import fingerprints, run_hashes
from rashomon.knowledge.library import Library
from rashomon.model.decision import Forced
from rashomon.model.grouping import Alteration, CopyGroup, SharedPassage
from rashomon.model.ids import content_id
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report

#: Two texts are compared where they share so many fingerprints; a copy shares many more.
_SHARED_FINGERPRINTS = 2


@dataclass(frozen=True, slots=True)
class _Text:
    report: Report
    words: Words
    runs: list[int]
    marks: frozenset[int]


def find_copies(
    reports: Sequence[Report], library: Library, forced: Forced | None = None
) -> Outcome[tuple[CopyGroup, ...]]:
    """Every report in exactly one group, a lone report in its own; groups and members by publication, then id.

    Whether two are linked depends on these two texts alone; inside a component of links reports join in their order.
    `forced` is what persons decided on reports.
    """
    unique = {report.id: report for report in reports}
    texts = [_text(unique[key]) for key in sorted(unique)]
    texts.sort(key=lambda t: publication_key(t.report))
    equal = _equal_texts(texts)
    standing = [at for at in range(len(texts)) if at not in equal]
    groups = [[texts[at] for at in group] for group in join_copies(len(texts), equal, _links(texts, standing))]
    if forced is not None:
        groups = force_groups(groups, forced, lambda t: t.report.id)
        for group in groups:
            group.sort(key=lambda t: publication_key(t.report))
        groups.sort(key=lambda g: publication_key(g[0].report))
    words = library.words.of(AlteredWords)
    return Outcome(tuple(_group(group, words) for group in groups))


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


def _equal_texts(texts: Sequence[_Text]) -> dict[int, int]:
    """For each text of the same words as an earlier one, that earlier one."""
    first: dict[tuple[str, ...], int] = {}
    found: dict[int, int] = {}
    for at, text in enumerate(texts):
        earliest = first.setdefault(text.words.folded, at)
        if earliest != at and len(text.words):
            found[at] = earliest
    return found


def publication_key(report: Report) -> tuple[bool, dt.datetime, str]:
    """Sorts by earliest possible publication, undated last, then by id."""
    at = report.published.earliest if report.published else dt.datetime.max.replace(tzinfo=dt.UTC)
    return report.published is None, at, report.id


def _text(report: Report) -> _Text:
    words = words_of(report)
    runs = run_hashes(words.folded)
    return _Text(report, words, runs, frozenset(runs))


def _links(texts: Sequence[_Text], standing: Sequence[int]) -> dict[int, dict[int, float]]:
    """For each text the earlier texts that it is a copy of or the source of, with the share of words in common."""
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for one, other in _candidates(texts, standing):
        a, b = texts[one], texts[other]
        shorter, longer = (a, b) if len(a.words) <= len(b.words) else (b, a)
        if not may_share(shorter.words, shorter.runs, shorter.marks, longer.words, longer.marks):
            continue
        share = shared_share(a.words, a.runs, b.words, b.runs)
        if share >= COPIED_SHARE:
            links[other][one] = share
    return links


def _candidates(texts: Sequence[_Text], standing: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs (earlier, later) that share enough fingerprints."""
    holders: dict[int, list[int]] = defaultdict(list)
    found: list[tuple[int, int]] = []
    for at in standing:
        marks = fingerprints(texts[at].runs, texts[at].words.quoted)
        counts = Counter(chain.from_iterable(holders[mark] for mark in marks))
        found += [(other, at) for other, count in counts.items() if count >= _SHARED_FINGERPRINTS]
        for mark in marks:
            holders[mark].append(at)
    return sorted(found)


def _group(texts: Sequence[_Text], words: AlteredWords) -> CopyGroup:
    reports = [t.report for t in texts]
    origin = _origin(texts)
    reference = next((t for t in texts if t.report.id == origin), texts[0])
    altered: list[Alteration] = []
    shared: list[SharedPassage] = []
    for text in texts:
        if text is reference:
            continue
        matches = align(reference.words, reference.runs, text.words, text.runs)
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
    if len(texts) < 2:
        return None
    reports = [t.report for t in texts]
    agencies = {_folded(r.agency) for r in reports if r.agency}
    own = [r for r in reports if r.outlet and _folded(r.outlet) in agencies]
    if own:
        return own[0].id
    first, second = reports[0].published, reports[1].published
    if first and all(r.published for r in reports) and second and first.latest < second.earliest:
        return reports[0].id
    longest = max(texts, key=lambda t: len(t.words))
    runs = set(longest.runs)
    others = [t for t in texts if t is not longest]
    if all(len(t.words) < 0.9 * len(longest.words) and _inside(t, runs) for t in others):
        return longest.report.id
    return None


def _inside(text: _Text, runs: set[int]) -> bool:
    return bool(text.runs) and sum(run in runs for run in text.runs) >= 0.8 * len(text.runs)


def _folded(name: str | None) -> str:
    return " ".join((name or "").casefold().split())
