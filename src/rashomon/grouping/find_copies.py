"""Reports that carry one text: exact, near, trimmed and altered copies, each group with the version copied from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from rashomon.grouping.alike import Alike, labels_of
from rashomon.grouping.compare_texts import COPIED_SHARE, align, shared_share
from rashomon.grouping.copy_candidates import MarkRows, Marks, marks_of_text
from rashomon.grouping.find_alterations import AlteredWords, find_alterations, shared_passages
from rashomon.grouping.forced_groups import force_groups
from rashomon.grouping.forming import form_copies
from rashomon.grouping.in_order import InOrder
from rashomon.grouping.join_copies import join_copies
from rashomon.grouping.neighbours import SketchOf
from rashomon.grouping.report_words import Words, words_of
from rashomon.grouping.run_rows import RunRows
from rashomon.knowledge.library import Library
from rashomon.model.decision import Forced
from rashomon.model.grouping import Alteration, CopyGroup, SharedPassage
from rashomon.model.ids import content_id
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report

#: The words of so many texts are kept; others are taken apart again where they are compared, so that memory does not
#: grow with the words of a large corpus.
_KEPT = 20_000
#: Of so many candidates or more a look at the runs of all leaves few: all texts of one story share its names.
_MANY = 50
#: So many groups of a project are kept: a story's slider goes from one instant to the next.
_KEPT_GROUPS = 500


@dataclass(frozen=True, slots=True)
class _Text:
    report: Report
    words: Words


def find_copies(
    reports: Sequence[Report],
    library: Library,
    forced: Forced | None = None,
    alike: Alike | None = None,
    sketch: SketchOf | None = None,
) -> Outcome[tuple[CopyGroup, ...]]:
    """Every report in exactly one group, a lone report in its own; groups and members by publication, then id.

    Whether two are linked depends on these two texts alone; inside a component of links reports join in their order.
    `forced` is what persons decided on reports. `alike` is what is known of every two of them already: the groups are
    the same, and no text is compared to find them. `sketch` gives what an engine has made of each.
    """
    ordered = InOrder(reports)
    taken = _Taken(ordered, sketch)
    words = library.words.of(AlteredWords)
    if alike is None:
        groups = _compared(taken, ordered.ids, forced)
        found = [_group([_Text(ordered[at], taken.words(at)) for at in group], words) for group in groups if group[1:]]
    else:
        groups = form_copies(ordered.ids, alike.copies(ordered.ids), forced or Forced())
        found = [_group_again(tuple(ordered[at] for at in group), words) for group in groups if group[1:]]
    told = {group.reports[0]: group for group in found}
    return Outcome(tuple(told.get(ordered.ids[g[0]]) or _alone(ordered.ids[g[0]]) for g in groups))


def _compared(taken: _Taken, ids: Sequence[str], forced: Forced | None) -> list[list[int]]:
    """The groups of texts as these are compared with each other."""
    equal, standing, marks = taken.marked(len(ids))
    groups = join_copies(len(ids), equal, _links(taken, standing, marks))
    if forced is None:
        return groups
    return sorted(sorted(g) for g in force_groups(groups, forced, ids.__getitem__))


class _Taken:
    """Texts taken apart into words, of which those last asked for are at hand."""

    def __init__(self, reports: InOrder, sketch: SketchOf | None) -> None:
        self.words = lru_cache(maxsize=_KEPT)(lambda at: words_of(reports[at]))
        self._ids, self._sketch = reports.ids, sketch

    def marked(self, count: int) -> tuple[dict[int, int], list[int], MarkRows]:
        """For each text of the same words as an earlier one, that earlier one; the other texts, and their marks."""
        first: dict[str, int] = {}
        equal: dict[int, int] = {}
        standing: list[int] = []
        rows = MarkRows()
        for at in range(count):
            text, marks = self._text_and_marks(at)
            earliest = first.setdefault(text, at) if text else at
            if earliest != at:
                equal[at] = earliest
            else:
                standing.append(at)
                rows.keep(marks)
        return equal, standing, rows

    def _text_and_marks(self, at: int) -> tuple[str, Marks]:
        if self._sketch is None:
            words = self.words(at)
            return words.digest(), marks_of_text(words)
        sketch = self._sketch(self._ids[at])
        return sketch.text, sketch.marks


def _links(taken: _Taken, standing: Sequence[int], marks: MarkRows) -> dict[int, dict[int, float]]:
    """For each text the earlier texts that it is a copy of or the source of, with the share of words in common."""
    links: dict[int, dict[int, float]] = defaultdict(dict)
    low, high = marks.candidates()
    near = labels_of(len(standing), low, high)[low]
    # Those that hang together one after the other: their words are at hand.
    order = np.lexsort((low, high, near))
    number = np.array(standing, np.int64)
    pairs = np.stack([near, number[high], number[low]])[:, order]
    starts = np.flatnonzero(np.diff(pairs[1], prepend=-1))
    rows, component = RunRows(), -1
    for start, end in pairwise([*starts.tolist(), len(order)]):
        hanging, at = pairs[:2, start].tolist()
        if hanging != component:
            rows, component = RunRows(), hanging
        words = taken.words(at)
        for earlier in _looked_at(rows, taken, at, pairs[2, start:end].tolist()):
            share = shared_share(taken.words(earlier), words)
            if share >= COPIED_SHARE:
                links[at][earlier] = share
    return links


def _looked_at(rows: RunRows, taken: _Taken, at: int, earlier: Sequence[int]) -> Collection[int]:
    """Those of a text's candidates that are compared word by word: of very many, whose runs tell that they may be."""
    if len(earlier) < _MANY:
        return earlier
    for other in rows.missing(earlier):
        rows.keep(other, taken.words(other))
    return sorted(rows.sharing(taken.words(at), earlier))


def _alone(report: str) -> CopyGroup:
    return CopyGroup(id=content_id("copy", report), reports=(report,))


@lru_cache(maxsize=_KEPT_GROUPS)
def _group_again(reports: tuple[Report, ...], words: AlteredWords) -> CopyGroup:
    """A group of a project's reports, most of which are the same at a story's next instant."""
    return _group([_Text(report, words_of(report)) for report in reports], words)


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
