"""Makes what pages ask for, behind them (lines of stories that a list lacks): whoever waits for a page comes first."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from rashomon.errors import RashomonError

#: Made at a stretch, then as long left to the pages (seconds).
_STRETCH = 0.5


class LineMaker:
    """One thread at most, from the first call that finds lines missing until none is."""

    def __init__(self, make: Callable[[float], int], after: float = 0.0) -> None:
        """`make` makes lines for so many seconds and says how many are left; it begins `after` seconds from a call."""
        self._make = make
        self._after = after
        self._guard = threading.Lock()
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def wake(self, after: float | None = None) -> None:
        """Begin, `after` other seconds where that is given, unless it is at work already or the server ends."""
        with self._guard:
            if self._ended.is_set() or (self._thread is not None and self._thread.is_alive()):
                return
            self._thread = threading.Thread(target=self._work, args=(after,), name="line-maker", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """Stop after the story at hand, and wait for that."""
        self._ended.set()
        with self._guard:
            thread = self._thread
        if thread is not None:
            thread.join(60)

    def _work(self, after: float | None) -> None:
        left = None
        self._ended.wait(self._after if after is None else after)
        while not self._ended.is_set():
            began = time.monotonic()
            try:
                now = self._make(_STRETCH)
            except RashomonError:
                # The page that asks next tells what is wrong with the project.
                return
            if now == 0 or now == left:
                # Nothing is left, or what is left cannot be made.
                return
            left = now
            self._ended.wait(time.monotonic() - began)
