"""The clock: the only place that knows what time it is."""

from __future__ import annotations

import datetime as dt
import time


def now() -> dt.datetime:
    """This instant, in UTC."""
    return dt.datetime.now(dt.UTC)


def seconds() -> float:
    """Seconds of a clock that only rises, for timing."""
    return time.perf_counter()
