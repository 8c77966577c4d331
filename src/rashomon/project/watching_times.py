"""When to ask next: pure arithmetic of instants, from what came before. Chance is given, never taken.

A source that brings something is asked twice as often as before, one that brings nothing less and less often, between
its bounds. A page is looked at again after as long as it has stood unchanged, so that the gaps double.
"""

from __future__ import annotations

import datetime as dt

from rashomon.model.watched import SourceKind, SourceState, WatchedSource

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
#: The least and the most time between two polls where the list of sources says nothing, in seconds.
BOUNDS: dict[SourceKind, tuple[float, float]] = {
    "feed": (5 * MINUTE, 6 * HOUR),
    "sitemap": (10 * MINUTE, 12 * HOUR),
    "page": (15 * MINUTE, DAY),
    "opml": (DAY, 7 * DAY),
}
_SOONER, _LATER = 0.5, 1.5
#: The first interval: news sources settle from here within a few polls.
_START = 30 * MINUTE
#: After failures the wait doubles up to this.
_LONGEST_BACK_OFF = DAY
#: A server may ask for any wait; a longer one than this is taken for a mistake.
_LONGEST_ASKED = 7 * DAY
#: So much is added by chance, at most, so that sources do not fall into step.
_JITTER = 0.1

#: A page's first second look, how long it is looked at again after it last changed, and after how many failures in a
#: row it is left.
_FIRST_LOOK = 30 * MINUTE
_LOOKED_AT = 7 * DAY
_ATTEMPTS = 6

#: A source is silent after this many of its usual gaps without anything new, and never sooner than this.
_GAPS = 4.0
_SILENT_AFTER = DAY
#: The same for a source whose usual gap is not known yet.
_SILENT_UNKNOWN = 3 * DAY
#: The weight of the last gap in the usual one.
_NEWEST = 0.3


def bounds_of(source: WatchedSource) -> tuple[float, float]:
    """The least and most seconds between two polls of a source."""
    least, most = BOUNDS[source.kind]
    least = source.at_least_s if source.at_least_s is not None else least
    most = source.at_most_s if source.at_most_s is not None else max(most, least)
    return min(least, most), most


def next_interval(source: WatchedSource, before: float | None, *, brought: bool) -> float:
    """The seconds to the next poll after one that did or did not bring something new."""
    least, most = bounds_of(source)
    interval = _START if before is None else before * (_SOONER if brought else _LATER)
    return min(most, max(least, interval))


def due_after(now: dt.datetime, interval: float, chance: float) -> dt.datetime:
    """The instant of the next poll; `chance` lies in [0, 1)."""
    return now + dt.timedelta(seconds=interval * (1 + _JITTER * chance))


def due_after_failure(
    now: dt.datetime, interval: float, failures: int, asked: float | None, chance: float
) -> dt.datetime:
    """The instant of the next attempt after so many failures in a row (1 or more).

    The wait doubles with each, up to a day (or the interval, where that is longer), and is never shorter than what the
    server asked for (`asked`, seconds).
    """
    wait = min(interval * 2.0 ** min(failures, 30), max(_LONGEST_BACK_OFF, interval))
    wait = max(wait * (1 + _JITTER * chance), min(asked or 0.0, _LONGEST_ASKED))
    return now + dt.timedelta(seconds=wait)


def next_look(now: dt.datetime, changed: dt.datetime, chance: float) -> dt.datetime | None:
    """When a page is looked at again that last changed (or was first seen) at `changed`; null for no more."""
    age = (now - changed).total_seconds()
    if age >= _LOOKED_AT:
        return None
    return due_after(now, max(_FIRST_LOOK, age), chance)


def look_after_failure(now: dt.datetime, failures: int, asked: float | None, chance: float) -> dt.datetime | None:
    """When a page is asked for again after so many failures in a row; null where it is left."""
    return None if failures >= _ATTEMPTS else due_after_failure(now, _FIRST_LOOK, failures, asked, chance)


def usual_gap(before: float | None, gap: float) -> float:
    """The usual time between two polls that brought something, with the newest gap taken in (seconds)."""
    return gap if before is None else before + _NEWEST * (gap - before)


def is_silent(state: SourceState, now: dt.datetime) -> bool:
    """True where a source has brought nothing new for far longer than it usually takes."""
    since = state.last_new or state.first_poll
    if since is None:
        return False
    limit = _SILENT_UNKNOWN if state.usual_gap_s is None else max(_SILENT_AFTER, _GAPS * state.usual_gap_s)
    return (now - since).total_seconds() > limit


def is_recent(told: dt.datetime | None, now: dt.datetime) -> bool:
    """True for a page whose source dates it within the days that pages are looked at."""
    return told is not None and (now - told).total_seconds() < _LOOKED_AT
