"""How fast: one request an interval to each host, longer where the site asks; and how long to wait before a retry."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from random import Random

#: A site may ask for longer between requests; more than this would stop a collection (seconds).
_LONGEST_INTERVAL_S = 60.0
#: The first retry waits about so long, each next one twice as long (seconds).
_FIRST_BACK_OFF_S = 1.0


class Pace:
    """Hands out the instants at which hosts may be asked; safe for several threads."""

    def __init__(self, interval_s: float, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._interval = interval_s
        self._clock = clock
        self._sleep = sleep
        self._intervals: dict[str, float] = {}
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()

    def slow_down(self, host: str, interval_s: float) -> None:
        """The site asks for so long between two requests (Crawl-delay)."""
        if interval_s > self._interval:
            with self._lock:
                self._intervals[host] = min(interval_s, _LONGEST_INTERVAL_S)

    def hold(self, host: str, seconds: float) -> None:
        """Nothing is asked of the host for so long."""
        with self._lock:
            self._next[host] = max(self._next.get(host, 0.0), self._clock() + seconds)

    def held(self, host: str) -> float:
        """For how many seconds the host is not to be asked, 0 or more."""
        with self._lock:
            return max(0.0, self._next.get(host, 0.0) - self._clock())

    def wait(self, host: str) -> None:
        """Returns when the host may be asked, and books the instant."""
        with self._lock:
            now = self._clock()
            start = max(now, self._next.get(host, now))
            self._next[host] = start + self._intervals.get(host, self._interval)
        if start > now:
            self._sleep(start - now)


def back_off(attempt: int, random: Random) -> float:
    """Seconds before the next try after `attempt` (from 1) failed: doubling, between half and the whole of it."""
    return _FIRST_BACK_OFF_S * 2.0 ** (attempt - 1) * random.uniform(0.5, 1.0)


def retry_after(value: str | None, now: dt.datetime) -> float | None:
    """The seconds that a Retry-After header asks for (RFC 9110 10.2.3: a number or a date); null where unreadable."""
    if value is None:
        return None
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        instant = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    if instant.tzinfo is None:
        instant = instant.replace(tzinfo=dt.UTC)
    return max(0.0, (instant - now).total_seconds())
