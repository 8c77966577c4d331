"""Which pairs of reports are compared at all: those that share telling terms, more of them where time says nothing.

Whether a pair is one depends on these two reports alone. Reports of one time are found by any of their keys, since only
so many are written in a month; those far apart by a day that both name, and like those without a date by the rarer of
their leading keys.
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
#: where one has no date they must share so many of those that lead, and far apart in time so many of the first ten.
SHARED_KEYS, UNDATED_LEADING, FAR_FOREMOST = 2, 3, 4
#: Publications at most so many days apart are of one time.
NEAR_DAYS = 30
#: Publications known to so many days are searched by their first day; those less well known stand beside all.
_KNOWN_DAYS = 7


def candidates(features: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Pairs (lower, higher index) to be compared. `features` run by earliest publication, undated last."""
    near, on_day = _Near(features), _OnDay(features)
    foremost, leading = _Heavy([f.foremost for f in features]), _Heavy([f.leading for f in features])
    for at, feature in enumerate(features):
        if feature.published is not None:
            since = near.since(at)
            others = near.others(at) | on_day.others(at, since) | foremost.others(at, since, FAR_FOREMOST)
            foremost.keep(at)
        else:
            others = leading.others(at, at, UNDATED_LEADING)
        leading.keep(at)
        yield from [(other, at) for other in sorted(others) if is_compared(features[other], feature)]


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


class _Heavy:
    """The reports met so far, by some of their heaviest terms."""

    def __init__(self, keys: Sequence[frozenset[str]]) -> None:
        self._keys = keys
        self._held: dict[str, list[int]] = defaultdict(list)

    def others(self, at: int, before: int, least: int) -> set[int]:
        """Reports before that one that may share so many of these terms with this one.

        Who shares so many shares two of the rarer ones: those that most hold are not looked through.
        """
        held = [self._held[key] for key in self._keys[at]]
        ends = sorted((bisect_left(some, before), n) for n, some in enumerate(held))
        return _sharing([held[n][:end] for end, n in ends[: len(ends) + 2 - least]], 2)

    def keep(self, at: int) -> None:
        """Let later ones find this one."""
        for key in self._keys[at]:
            self._held[key].append(at)


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
