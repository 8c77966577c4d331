"""Which pairs of reports are compared at all: those that share telling terms, more of them where time says nothing.

Whether a pair is one depends on these two reports alone. Reports of one time are found by any of their keys, since only
so many are written in a month; those far apart by a day that both name, or by the rarer of their foremost keys. One
without a date may tell of any time, and at all times something like it happened thereabouts: beside a dated one it
needs more than a few words of a place and a kind of event. Of a report that was met its terms' numbers and its times
are kept, a few hundred bytes, whatever else is known of it: reports are read one after the other.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

import numpy as np

from rashomon.grouping.story_features import FOREMOST, LEADING, Features
from rashomon.grouping.story_links import days_between
from rashomon.grouping.term_rows import Held, TermRows

#: Reports of one time, and those that name one day, are compared where they share so many of their heaviest terms;
#: where none has a date they must share so many of those that lead, and far apart in time so many of the first ten.
SHARED_KEYS, UNDATED_LEADING, FAR_FOREMOST = 2, 3, 4
#: Where one of two has a date they must share so many of those that lead, the foremost counted twice.
ONE_UNDATED = 5
#: Publications at most so many days apart are of one time.
NEAR_DAYS = 30
#: Publications known to so many days are searched by their first day; those less well known stand beside all.
_KNOWN_DAYS = 7
#: Those of times gone by are dropped each time that so many reports have come.
_DROPPED = 4_096
#: The numbers of reports, in order, by what they share.
_Lists = defaultdict[int, "array[int]"]


def candidates(features: Iterable[Features]) -> Iterator[tuple[int, int]]:
    """Pairs (lower, higher index) to be compared. `features` run by earliest publication, undated last."""
    met = Met()
    for at, feature in enumerate(features):
        yield from [(other, at) for other in met.compared(feature)]


class Met:
    """The reports met so far, which run by earliest publication, undated last."""

    def __init__(self) -> None:
        self._rows, self._near = TermRows(), _Near()
        self._on_day, self._foremost, self._leading, self._undated = _lists(), _lists(), _lists(), _lists()

    def compared(self, feature: Features) -> list[int]:
        """The numbers of the earlier reports that the next one is compared with, in order; later ones will find it."""
        at = self._rows.keep(feature)
        leading, foremost = self._rows.first(at, LEADING), self._rows.first(at, FOREMOST)
        if feature.published is None:
            both = np.concatenate([_of_all(self._leading, leading), _of_all(self._foremost, foremost)])
            others = [_often(both, ONE_UNDATED), _often(_of_all(self._undated, leading), UNDATED_LEADING)]
            found: Held = np.concatenate(others)
            _keep(at, self._undated, leading)
        else:
            first, last = (day.toordinal() for day in feature.published)
            since, near = self._near.others(at, first, last, self._rows.first(at))
            early = [held[: bisect_left(held, since)] for held in map(self._on_day.__getitem__, feature.days)]
            far = np.concatenate([_numbers(held) for held in early] + [self._of_like_foremost(foremost, since)])
            found = self._of_those(at, feature, np.union1d(np.array(near, np.uint32), far))
            _keep(at, self._foremost, foremost)
            _keep(at, self._leading, leading)
            _keep(at, self._on_day, feature.days)
        return [int(other) for other in found]

    def _of_like_foremost(self, keys: Iterable[int], before: int) -> Held:
        """Reports before that one that may share enough of these foremost terms.

        Who shares so many shares two of the rarer ones: those that most hold are not looked through.
        """
        lists = [self._foremost[key] for key in keys]
        ends = sorted((bisect_left(held, before), n) for n, held in enumerate(lists))
        rarer = [_numbers(lists[n][:end]) for end, n in ends[: len(ends) + 2 - FAR_FOREMOST]]
        met = np.sort(np.concatenate([_numbers(array("I")), *rarer]))
        twice: Held = met[1:][met[1:] == met[:-1]]
        return twice

    def _of_those(self, at: int, feature: Features, others: Held) -> Held:
        """Those of these dated reports that a dated one is compared with."""
        near = self._rows.apart(at, others) <= NEAR_DAYS
        for n in np.flatnonzero(~near) if feature.days else ():
            near[n] = not feature.days.isdisjoint(self._rows.days(int(others[n])))
        alike = near & (self._rows.shared(at, others) >= SHARED_KEYS)
        alike[~near] = self._rows.shared(at, others[~near], FOREMOST) >= FAR_FOREMOST
        return others[alike]


class _Near:
    """The dated reports met so far, by key: those of one time share some."""

    def __init__(self) -> None:
        self._starts = array("i")
        self._known, self._wide = _lists(), _lists()

    def others(self, at: int, first: int, last: int, keys: list[int]) -> tuple[int, list[int]]:
        """The first report that may be of one time with this one, if its publication is known; and the earlier ones
        that may be and share enough keys with it. It is kept for later ones.
        """
        since = bisect_left(self._starts, first - NEAR_DAYS - _KNOWN_DAYS)
        self._starts.append(first)
        if at % _DROPPED == 0:
            self._drop(since)
        known = [held[bisect_left(held, since) :] for held in map(self._known.__getitem__, keys)]
        wide = [self._wide[key] for key in keys if key in self._wide]
        shared = Counter(chain.from_iterable([*known, *wide]))
        _keep(at, self._known if last - first <= _KNOWN_DAYS else self._wide, keys)
        return since, [other for other, times in shared.items() if times >= SHARED_KEYS]

    def _drop(self, before: int) -> None:
        """Let go of the reports that no later one can be of one time with."""
        for key, held in list(self._known.items()):
            del held[: bisect_left(held, before)]
            if not held:
                del self._known[key]


def _lists() -> _Lists:
    return defaultdict(lambda: array("I"))


def _keep(at: int, lists: _Lists, keys: Iterable[int]) -> None:
    for key in keys:
        lists[key].append(at)


def _numbers(held: array[int]) -> Held:
    return np.array(held, np.uint32)


def _often(reports: Held, times: int) -> Held:
    """Those that stand so often among these, in order."""
    return np.flatnonzero(np.bincount(reports, minlength=1) >= times).astype(np.uint32)


def _of_all(lists: _Lists, keys: Iterable[int]) -> Held:
    """The reports of several lists, one after the other."""
    return np.concatenate([_numbers(array("I")), *(_numbers(lists[key]) for key in keys if key in lists)])


def is_compared(a: Features, b: Features) -> bool:
    """True where two reports share as many of their heaviest terms as their times ask for."""
    if a.published is None or b.published is None:
        shared = len(a.leading & b.leading)
        if a.published is b.published:
            return shared >= UNDATED_LEADING
        return shared + len(a.foremost & b.foremost) >= ONE_UNDATED
    if days_between(a, b) <= NEAR_DAYS or a.days & b.days:
        return len(a.keys & b.keys) >= SHARED_KEYS
    return len(a.foremost & b.foremost) >= FAR_FOREMOST
