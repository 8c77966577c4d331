"""Which pairs of reports are compared at all: those that share telling terms, more of them where time says nothing.

Whether a pair is one depends on these two reports alone. Reports of one time are found by any of their keys, since only
so many are written in a month; those far apart or without a date by their leading keys, which few reports share.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from rashomon.grouping.story_features import Features
from rashomon.grouping.story_links import days_between

#: Reports of one time, and those that name one day, are compared where they share so many of their heaviest terms;
#: where one has no date, and where they lie far apart in time, they must share so many of those that lead.
SHARED_KEYS, _UNDATED_LEADING, _FAR_LEADING = 2, 3, 4
#: Publications at most so many days apart are of one time.
_NEAR_DAYS = 30


def candidates(features: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Pairs (lower, higher index) to be compared. `features` run by earliest publication, undated last."""
    starts = [f.published[0] for f in features if f.published is not None]
    widest = max((f.published[1] - f.published[0] for f in features if f.published is not None), default=dt.timedelta())
    reach = dt.timedelta(days=_NEAR_DAYS) + widest
    holders: dict[str, list[int]] = defaultdict(list)
    leaders: dict[str, list[int]] = defaultdict(list)
    on_day: dict[int, list[int]] = defaultdict(list)
    for at, feature in enumerate(features):
        dated = feature.published is not None
        near = bisect_left(starts, feature.published[0] - reach, 0, at) if feature.published else at
        others = set(_sharing([holders[k][bisect_left(holders[k], near) :] for k in feature.keys], SHARED_KEYS))
        before = [leaders[k][: bisect_left(leaders[k], near)] for k in feature.leading]
        others.update(_sharing(before, _FAR_LEADING if dated else _UNDATED_LEADING))
        others.update(other for day in feature.days for other in on_day[day] if other < near)
        yield from [(other, at) for other in sorted(others) if is_compared(features[other], feature)]
        for key in feature.keys:
            holders[key].append(at)
        for key in feature.leading:
            leaders[key].append(at)
        for day in feature.days:
            on_day[day].append(at)


def _sharing(lists: Iterable[Sequence[int]], least: int) -> list[int]:
    """The reports that stand in so many of the lists."""
    return [other for other, shared in Counter(chain.from_iterable(lists)).items() if shared >= least]


def is_compared(a: Features, b: Features) -> bool:
    """True where two reports share as many of their heaviest terms as their times ask for."""
    if a.published is None or b.published is None:
        return len(a.leading & b.leading) >= _UNDATED_LEADING
    if days_between(a, b) <= _NEAR_DAYS or a.days & b.days:
        return len(a.keys & b.keys) >= SHARED_KEYS
    return len(a.leading & b.leading) >= _FAR_LEADING
