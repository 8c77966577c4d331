"""What a run shows on a terminal: a progress line while it works, a line a stage on request; silent when piped."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
_LOG = logging.getLogger("rashomon")
_BAR = 24


class TerminalProgress:
    """Writes to standard error only: products on standard output stay clean."""

    def __init__(self, *, verbose: bool = False) -> None:
        self._live = sys.stderr.isatty()
        self._verbose = verbose

    def stage(self, name: str, seconds: float, issues: int) -> None:
        """One stage's time and number of issues, in the log and, if asked for, on the terminal."""
        _LOG.info("stage=%s seconds=%.3f issues=%d", name, seconds, issues)
        if self._verbose:
            noted = f"  {issues} issues" if issues else ""
            print(f"  {name:<14} {seconds:6.2f} s{noted}", file=sys.stderr)

    def track(self, items: Sequence[T]) -> Iterator[T]:
        """The items, with a bar where standard error is a terminal."""
        total = len(items)
        for done, item in enumerate(items):
            if self._live and total > 1:
                filled = _BAR * done // total
                sys.stderr.write(f"\r  working {'█' * filled}{'·' * (_BAR - filled)} {done}/{total}")
                sys.stderr.flush()
            yield item
        if self._live and total > 1:
            sys.stderr.write("\r" + " " * (_BAR + 30) + "\r")
            sys.stderr.flush()
