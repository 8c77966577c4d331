"""Which reports stand in one component of links: asked of a pair, and found by marks, so that a store can keep up.

Stories and copy groups form inside a component. A component here joins whatever any selection of its reports (as of
any instant) could join: grouping the selected members of one component gives what grouping all reports would.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from rashomon.grouping.compare_texts import COPIED_SHARE, shared_share
from rashomon.grouping.copy_candidates import SHARED_RUNS, fingerprints
from rashomon.grouping.report_words import Words, words_of
from rashomon.grouping.story_candidates import is_compared
from rashomon.grouping.story_features import Features, features_of
from rashomon.grouping.story_links import LINKED, chance
from rashomon.knowledge.library import Library
from rashomon.model.report import Report

#: Two reports are worth asking about where they share so many marks.
SHARED_MARKS = 2


@dataclass(frozen=True, slots=True)
class Comparable:
    """A report with all that a comparison with another one needs."""

    lineage: str
    words: Words
    fingerprints: frozenset[int]
    features: Features


def comparable(report: Report, library: Library) -> Comparable:
    """The report made ready for comparisons; of the report and shipped constants only."""
    words = words_of(report)
    return Comparable(report.lineage, words, fingerprints(words), features_of(report, library))


def marks_of(report: Comparable) -> frozenset[int]:
    """The report's marks, each below 2**40: any two linked reports share at least `SHARED_MARKS` of them."""
    found = {_mark("run", str(run)) for run in report.fingerprints}
    found.update(_mark("key", key) for key in report.features.keys)
    # What links by itself stands twice, so that one rule finds all.
    for kind, value in (("lineage", report.lineage), ("text", " ".join(report.words.folded))):
        if value:
            found.update({_mark(kind, value), _mark(kind + "2", value)})
    return frozenset(found)


def linked(a: Comparable, b: Comparable) -> bool:
    """True where the two are versions of one page, copies, or likely tell one story: they share a component."""
    if a.lineage == b.lineage or (a.words.folded == b.words.folded and len(a.words)):
        return True
    if is_compared(a.features, b.features) and chance(a.features, b.features) >= LINKED:
        return True
    return len(a.fingerprints & b.fingerprints) >= SHARED_RUNS and shared_share(a.words, b.words) >= COPIED_SHARE


def _mark(kind: str, value: str) -> int:
    data = value.encode("utf-8", "surrogatepass")
    return (zlib.crc32(data, zlib.crc32(kind.encode())) << 8) | (zlib.adler32(data) & 0xFF)
