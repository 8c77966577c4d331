"""What a run shows on a terminal: a progress line while it works, a line a stage on request; silent when piped."""

from __future__ import annotations

import logging
import math
import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

from rashomon.adapters import clock

T = TypeVar("T")
_LOG = logging.getLogger("rashomon")
_BAR = 24
#: A progress line's width.
_LINE = 78
#: Items and seconds after which a pace is told.
_LEAST_DONE, _LEAST_SECONDS = 5, 3.0


class TerminalProgress:
    """Writes to standard error only: products on standard output stay clean."""

    def __init__(self, *, verbose: bool = False) -> None:
        self._live = sys.stderr.isatty()
        self._verbose = verbose
        self._began = clock.seconds()

    def stage(self, name: str, seconds: float, issues: int) -> None:
        """One stage's time and number of issues, in the log and, if asked for, on the terminal."""
        _LOG.info("stage=%s seconds=%.3f issues=%d", name, seconds, issues)
        if self._verbose:
            noted = f"  {issues} issues" if issues else ""
            print(f"  {name:<14} {seconds:6.2f} s{noted}", file=sys.stderr)

    def track(self, items: Sequence[T], before: int = 0, of: int | None = None) -> Iterator[T]:
        """The items, with a bar and the time that the rest will take where standard error is a terminal."""
        total = of or len(items)
        if before == 0:
            self._began = clock.seconds()
        for done, item in enumerate(items, start=before):
            if self._live and total > 1:
                filled = _BAR * done // total
                bar = f"{'█' * filled}{'·' * (_BAR - filled)} {done}/{total}"
                left = time_left(clock.seconds() - self._began, done, total)
                # All that is known is this step's: what comes behind it is not in the time.
                said = "" if left is None else f", {left} left" + ("" if of else " of this step")
                sys.stderr.write(f"\r  working {bar}{said}".ljust(_LINE))
                sys.stderr.flush()
            yield item
        if self._live and total > 1:
            sys.stderr.write("\r" + " " * _LINE + "\r")
            sys.stderr.flush()


def time_left(elapsed: float, done: int, total: int) -> str | None:
    """What the rest will take at the pace so far, rounded up to what that pace can tell; null while it tells nothing.

    `elapsed` is in seconds. The first items carry what is loaded once: before a few seconds and items nothing is said.
    """
    if done < _LEAST_DONE or elapsed < _LEAST_SECONDS:
        return None
    seconds = elapsed / done * (total - done)
    if seconds <= 90:
        return f"about {max(5, math.ceil(seconds / 5) * 5)} s"
    minutes = math.ceil(seconds / 60)
    return f"about {minutes} min" if minutes <= 90 else f"about {math.ceil(minutes / 60)} h"
