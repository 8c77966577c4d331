"""Marks by which a store finds the reports that one may be linked to, without looking at all others.

Whether two reports are compared is a rule on the two (`story_candidates.is_compared`, the fingerprints of copies);
marks find every such pair, and few others. What asks for nearness in time is marked by the months of publication, so
that a project of many years looks at three months of them, and the marks of one month lie together in the store.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping

from rashomon.grouping.copy_candidates import SHARED_RUNS
from rashomon.grouping.neighbours import Sketch
from rashomon.grouping.story_candidates import FAR_FOREMOST, NEAR_DAYS, SHARED_KEYS, UNDATED_LEADING

#: What a mark is of: a run of words; a heavy term with a month, and with a day that the report names; a leading term of
#: a dated report, and of an undated one; a foremost term.
_RUN, _NEAR, _DAY, _LEADING, _UNDATED, _FOREMOST = range(6)
#: A mark is its kind, then the month or day, then a hash.
_KIND, _TIME, _HASH = 58, 36, 36
_MONTH = NEAR_DAYS + 1
#: Publications that may lie in more months than this are marked as wide instead.
_MOST_MONTHS, _WIDE = 4, (1 << (_KIND - _TIME)) - 1


def kept_marks(report: Sketch) -> frozenset[int]:
    """The marks that a store keeps of a report, each below 2**61."""
    features = report.features
    found = set(_texts(report))
    leading = map(_hash, features.leading)
    if features.published is None:
        found.update(_mark(_UNDATED, 0, key) for key in leading)
        return frozenset(found)
    found.update(_mark(_LEADING, 0, key) for key in leading)
    found.update(_mark(_FOREMOST, 0, key) for key in map(_hash, features.foremost))
    first, last = _months(report)
    found.update(_of_keys(report, [_WIDE] if last - first >= _MOST_MONTHS else range(first, last + 1)))
    return frozenset(found)


def asked_marks(report: Sketch) -> frozenset[int]:
    """The marks of others by which those that may be linked to a report are found."""
    features = report.features
    found = set(_texts(report))
    found.update(_mark(_UNDATED, 0, key) for key in map(_hash, features.leading))
    if features.published is None:
        found.update(_mark(_LEADING, 0, key) for key in map(_hash, features.leading))
    else:
        found.update(_mark(_FOREMOST, 0, key) for key in map(_hash, features.foremost))
        first, last = _months(report)
        found.update(_of_keys(report, [*range(first - 1, last + 2), _WIDE]))
    return frozenset(found)


#: The kind of marks by which copies are found; by all others reports of one story are.
OF_WORDS = _RUN
#: How many of the marks asked for another report must have to be compared, by their kind.
MARKS_NEEDED: Mapping[int, int] = {
    _RUN: SHARED_RUNS,
    _NEAR: SHARED_KEYS,
    _DAY: SHARED_KEYS,
    _LEADING: UNDATED_LEADING,
    _UNDATED: UNDATED_LEADING,
    _FOREMOST: FAR_FOREMOST,
}
#: The bits of a mark below its kind.
KIND_BITS = _KIND


def _texts(report: Sketch) -> Iterator[int]:
    yield from (_mark(_RUN, 0, _hash(str(run))) for run in report.marks.runs)
    if report.text:
        # Equal words link by themselves: they stand for as many marks as are asked for.
        text = _hash(report.text)
        yield from (_mark(_RUN, n + 1, text) for n in range(SHARED_RUNS))


def _of_keys(report: Sketch, months: Iterable[int]) -> Iterator[int]:
    times = [*((_NEAR, month) for month in months), *((_DAY, day) for day in report.features.days)]
    for key in map(_hash, report.features.keys):
        yield from (_mark(kind, time, key) for kind, time in times)


def _months(report: Sketch) -> tuple[int, int]:
    assert report.features.published is not None
    first, last = report.features.published
    return first.toordinal() // _MONTH, last.toordinal() // _MONTH


def _hash(value: str) -> int:
    data = value.encode("utf-8", "surrogatepass")
    return (zlib.crc32(data) << (_HASH - 32)) | (zlib.adler32(data) & ((1 << (_HASH - 32)) - 1))


def _mark(kind: int, time: int, hashed: int) -> int:
    return (kind << _KIND) | (time << _TIME) | hashed
