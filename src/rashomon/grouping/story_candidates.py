"""Which pairs of reports are compared at all: those that share telling terms, more of them where time says nothing.

Whether a pair is one depends on these two reports alone. Reports of one time are found by any of their keys, since only
so many are written in a month; those far apart by a day that both name, and like those without a date by their leading
keys, the rarer ones first.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from rashomon.grouping.sharing import pairs_sharing
from rashomon.grouping.story_features import Features
from rashomon.grouping.story_links import days_between

#: Reports of one time, and those that name one day, are compared where they share so many of their heaviest terms;
#: where one has no date they must share so many of those that lead, and far apart in time so many of the first ten.
SHARED_KEYS, UNDATED_LEADING, FAR_FOREMOST = 2, 3, 4
#: Publications at most so many days apart are of one time.
NEAR_DAYS = 30
#: Publications known to so many days are searched by their first day; those less well known stand beside all.
_KNOWN_DAYS = 7


def candidates(features: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Pairs (lower, higher index) to be compared. `features` run by earliest publication, undated last."""
    apart: dict[int, set[int]] = defaultdict(set)
    for lower, higher in _apart(features):
        apart[higher].add(lower)
    near = _Near(features)
    on_day = _OnDay(features)
    for at, feature in enumerate(features):
        others = apart.pop(at, set())
        if feature.published is not None:
            others |= near.others(at) | on_day.others(at, near.since(at))
        yield from [(other, at) for other in sorted(others) if is_compared(features[other], feature)]


def _apart(features: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Pairs far apart in time, and pairs of which one has no date, that share foremost or leading terms."""
    days = {at: [day.toordinal() for day in f.published] for at, f in enumerate(features) if f.published is not None}
    for lower, higher in pairs_sharing({at: features[at].foremost for at in days}, FAR_FOREMOST):
        if days[higher][0] - days[lower][1] > NEAR_DAYS and is_compared(features[lower], features[higher]):
            yield lower, higher
    undated = frozenset(range(len(features))) - days.keys()
    if undated:
        for lower, higher in pairs_sharing(dict(enumerate(f.leading for f in features)), UNDATED_LEADING, undated):
            if is_compared(features[lower], features[higher]):
                yield lower, higher


class _Near:
    """The dated reports met so far, by key: those of one time share some."""

    def __init__(self, features: Sequence[Features]) -> None:
        self._features = features
        self._starts = [f.published[0] for f in features if f.published is not None]
        self._known: dict[str, list[int]] = defaultdict(list)
        self._wide: dict[str, list[int]] = defaultdict(list)

    def since(self, at: int) -> int:
        """The first report that may be of one time with this one, if its publication is known."""
        first = self._starts[at] - dt.timedelta(days=NEAR_DAYS + _KNOWN_DAYS)
        return bisect_left(self._starts, first, 0, at)

    def others(self, at: int) -> set[int]:
        """Earlier reports that share enough keys with this one, which is kept for later ones."""
        since, keys = self.since(at), self._features[at].keys
        known = [self._known[key][bisect_left(self._known[key], since) :] for key in keys]
        wide = [self._wide[key] for key in keys if key in self._wide]
        first, last = self._features[at].published or (dt.date.min, dt.date.min)
        for key in keys:
            (self._known if last - first <= dt.timedelta(days=_KNOWN_DAYS) else self._wide)[key].append(at)
        return _sharing([*known, *wide], SHARED_KEYS)


class _OnDay:
    """The reports met so far, by day that they name and key: a later inquiry names the day of what it tells."""

    def __init__(self, features: Sequence[Features]) -> None:
        self._features = features
        self._held: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))

    def others(self, at: int, before: int) -> set[int]:
        """Reports before that one that name a day with this one and share enough keys."""
        found: set[int] = set()
        for day in self._features[at].days:
            held = self._held[day]
            lists = [held[key] for key in self._features[at].keys]
            found |= _sharing([some[: bisect_left(some, before)] for some in lists], SHARED_KEYS)
            for some in lists:
                some.append(at)
        return found


def _sharing(lists: Iterable[Sequence[int]], least: int) -> set[int]:
    """The reports that stand in so many of the lists."""
    return {other for other, shared in Counter(chain.from_iterable(lists)).items() if shared >= least}


def is_compared(a: Features, b: Features) -> bool:
    """True where two reports share as many of their heaviest terms as their times ask for."""
    if a.published is None or b.published is None:
        return len(a.leading & b.leading) >= UNDATED_LEADING
    if days_between(a, b) <= NEAR_DAYS or a.days & b.days:
        return len(a.keys & b.keys) >= SHARED_KEYS
    return len(a.foremost & b.foremost) >= FAR_FOREMOST
