"""How costs grow: the exponent e of t = c * n^e, t being what all n reports so far have cost."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from cProfile import Profile
from itertools import islice

from benchmarks.invented import Invention
from rashomon.grouping import sketch_of, words_of
from rashomon.knowledge.library import Library

#: Reports of the yardstick, and how often it is taken before it counts.
_REPORTS, _WARMING = 20, 3
#: Wall-clock seconds, and this process's own seconds of CPU.
Took = tuple[float, float]


class Growth:
    """The costs of reports as they come; the first line that is printed of them is where growth is counted from."""

    def __init__(self) -> None:
        self._reports, self._cost = 0, 0.0
        self._first: tuple[int, float] | None = None

    def add(self, reports: int, cost: float) -> None:
        """Some more reports, and what they cost."""
        self._reports, self._cost = self._reports + reports, self._cost + cost

    def exponent(self) -> str:
        """How the cost has grown since the first time that this was asked; nothing then."""
        if self._first is None or self._first[0] == self._reports:
            self._first = (self._reports, self._cost)
            return ""
        reports, cost = self._first
        return f"{math.log(self._cost / cost) / math.log(self._reports / reports):.3f}"


class Yardstick:
    """Reports of another world made ready for comparison: a piece of work that is the same each time."""

    def __init__(self, library: Library, seed: int) -> None:
        self._library = library
        self._reports = list(islice(Invention(100, seed + 1).reports(), _REPORTS))
        for _ in range(_WARMING):
            self.take()

    def take(self) -> float:
        """The CPU seconds that it takes now."""
        began = time.process_time()
        for report in self._reports:
            sketch_of(report, words_of(report), self._library)
        return time.process_time() - began


class Times:
    """The CPU of what is done, as it is and in yardsticks."""

    heads = ("yardstick ms", "exponent", "by yardstick")

    def __init__(self, library: Library, seed: int) -> None:
        self._yardstick = Yardstick(library, seed)
        self._all, self._measured = Growth(), Growth()
        self._taken: list[float] = []

    def add(self, reports: int, do: Callable[[], Took]) -> Took:
        """Do what so many reports ask for."""
        # One report alone takes less than the yardstick: the last one still holds.
        if reports > 1 or not self._taken:
            self._taken.append(self._yardstick.take())
        took = do()
        self._all.add(reports, took[1])
        self._measured.add(reports, took[1] / self._taken[-1])
        return took

    def told(self) -> tuple[str, ...]:
        """The mean yardstick since this was asked last, and both exponents."""
        mean = 1_000 * sum(self._taken) / max(1, len(self._taken))
        self._taken = self._taken[-1:]
        return f"{mean:.1f}", self._all.exponent(), self._measured.exponent()


class Calls:
    """The calls of functions that what is done takes: no other process changes them."""

    heads = ("calls", "exponent")

    def __init__(self) -> None:
        self._all, self._reports, self._calls = Growth(), 0, 0

    def add(self, reports: int, do: Callable[[], Took]) -> Took:
        """Do what so many reports ask for, counted."""
        profile = Profile()
        took = profile.runcall(do)
        calls = sum(entry.callcount for entry in profile.getstats())
        self._all.add(reports, calls)
        self._reports, self._calls = self._reports + reports, self._calls + calls
        return took

    def told(self) -> tuple[str, ...]:
        """The calls for each report since this was asked last, and their exponent."""
        mean = self._calls / max(1, self._reports)
        self._reports = self._calls = 0
        return f"{mean:.0f}", self._all.exponent()
