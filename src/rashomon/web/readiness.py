"""Has ready what the instants of a large story share before the slider asks; the newest story's from the start."""

from __future__ import annotations

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence

from rashomon import app
from rashomon.web.line_maker import LineMaker

#: A story of fewer reports is composed in no time.
_LARGE = 100
#: So many stories are known to be ready.
_MOST = 50
#: The page that was opened, and what it loads, come first (seconds).
_AFTER = 1.0


class Readiness:
    """Composes one earlier instant of the story with the newest report and of each large story that is opened, behind
    the pages.

    What is worked out of its reports for that is at hand for every other instant (`project/around.py`).
    """

    def __init__(self, compose: Callable[[str, dt.datetime], object]) -> None:
        self._compose = compose
        self._guard = threading.Lock()
        self._waiting: OrderedDict[str, dt.datetime] = OrderedDict()
        self._known: OrderedDict[tuple[str, int, dt.datetime], None] = OrderedDict()
        self._maker = LineMaker(self._make, _AFTER)

    def ask(self, story: str, moments: Sequence[app.Moment], *, after: float | None = None) -> None:
        """Have a story ready as these moments made it, unless it is or is small; begin `after` other seconds."""
        reports = sum(len(m.reports) for m in moments)
        if reports < _LARGE or len(moments) < 2:
            return
        asked = (story, reports, moments[-1].at)
        with self._guard:
            if asked not in self._known:
                self._known[asked] = None
                self._waiting[story] = moments[-2].at
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
            if not self._waiting:
                return
        self._maker.wake(after)

    def end(self) -> None:
        """Stop after the story at hand."""
        with self._guard:
            self._waiting.clear()
        self._maker.end()

    def _make(self, _seconds: float) -> int:
        """Compose the next one; how many are left."""
        with self._guard:
            if not self._waiting:
                return 0
            story, at = self._waiting.popitem(last=False)
            left = len(self._waiting)
        self._compose(story, at)
        return left
