"""Which pairs of reports are compared at all: those that share telling terms, more of them where time speaks against.

Whether a pair is one depends on these two reports alone. How often a term is used in the reports at hand only decides
where a pair is looked for, never whether it is found.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from rashomon.grouping.story_features import Features
from rashomon.grouping.story_links import days_between

#: Reports of one time are compared where they share so many of their heaviest terms; where one has no date, and where
#: they lie far apart in time and name no day in common, they must share more.
SHARED_KEYS, _UNDATED_KEYS, _FAR_KEYS = 2, 3, 4
#: Publications at most so many days apart are of one time.
_NEAR_DAYS = 30


def candidates(features: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Pairs (lower, higher index) to be compared. `features` run by earliest publication, undated last."""
    uses = Counter(chain.from_iterable(f.keys for f in features))
    starts = [f.published[0] for f in features if f.published is not None]
    widest = max((f.published[1] - f.published[0] for f in features if f.published is not None), default=dt.timedelta())
    reach = dt.timedelta(days=_NEAR_DAYS) + widest
    holders: dict[str, list[int]] = defaultdict(list)
    on_day: dict[int, list[int]] = defaultdict(list)
    for at, feature in enumerate(features):
        near = 0 if feature.published is None else bisect_left(starts, feature.published[0] - reach)
        others = _sharing(feature.keys, holders, near, SHARED_KEYS)
        if near:
            days = {other for day in feature.days for other in on_day[day] if other < near}
            others += [other for other in days if len(feature.keys & features[other].keys) >= SHARED_KEYS]
            rarest = sorted(feature.keys, key=lambda key: (uses[key], key))[: 1 - _FAR_KEYS]
            far = {other for other in _sharing(rarest, holders, 0, 1) if other < near} - days
            others += [other for other in far if len(feature.keys & features[other].keys) >= _FAR_KEYS]
        yield from [(other, at) for other in others if is_compared(features[other], feature)]
        for key in feature.keys:
            holders[key].append(at)
        for day in feature.days:
            on_day[day].append(at)


def _sharing(keys: Iterable[str], holders: dict[str, list[int]], first: int, least: int) -> list[int]:
    """The reports from `first` on that hold so many of the keys."""
    lists = (holders[key] for key in keys)
    counts = Counter(chain.from_iterable(lists if first == 0 else (h[bisect_left(h, first) :] for h in lists)))
    return [other for other, shared in counts.items() if shared >= least]


def is_compared(a: Features, b: Features) -> bool:
    """True where two reports share as many of their heaviest terms as their times ask for."""
    shared = len(a.keys & b.keys)
    if (a.published is None) != (b.published is None):
        return shared >= _UNDATED_KEYS
    if a.published is None or days_between(a, b) <= _NEAR_DAYS or a.days & b.days:
        return shared >= SHARED_KEYS
    return shared >= _FAR_KEYS
