"""A simulated clock, a client in it, and a watcher that can be stopped and killed at any step."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from random import Random

from tests.watch.village import Village

from rashomon.adapters.fetching import Fetcher
from rashomon.adapters.fetching.fetcher import Surroundings
from rashomon.app.parts import shipped_parts
from rashomon.model.claim import ReportClaims
from rashomon.model.fetched import Fetched, Known
from rashomon.model.outcome import Outcome
from rashomon.model.watched import WatchedSource, WatchNote
from rashomon.pipeline import Parts
from rashomon.project.watching import Watcher, World
from rashomon.project.watching_sources import take_sources
from rashomon.settings import Fetching
from rashomon.storage import Store, open_store, report_rows, retrieval_rows

START = dt.datetime(2025, 5, 10, 6, tzinfo=dt.UTC)
_REVISION = re.compile(r"Page (\d+) revision (\d+)")


class Killed(BaseException):
    """The process ends here."""


class Clock:
    """Time that passes only when it is told to."""

    def __init__(self, now: dt.datetime = START) -> None:
        self.instant = now

    def now(self) -> dt.datetime:
        """The instant."""
        return self.instant

    def seconds(self) -> float:
        """Seconds since the simulation began."""
        return (self.instant - START).total_seconds()

    def sleep(self, seconds: float) -> None:
        """Let so many seconds pass."""
        self.instant += dt.timedelta(seconds=seconds)


class Simulation:
    """A village watched. `stop` and `kill` say, by step, whether the process ends before it, or inside it."""

    def __init__(
        self,
        village: Village,
        address: str,
        *,
        stop: Callable[[int], bool] = lambda _: False,
        kill: Callable[[int], bool] = lambda _: False,
    ) -> None:
        self.village, self.address = village, address
        self.clock = Clock()
        self.notes: list[WatchNote] = []
        self._stop, self._kill = stop, kill
        self._killed_at = -1
        self._chance = Random(village.seed)
        self._draw = 0.0
        around = Surroundings(
            now=self.clock.now,
            clock=self.clock.seconds,
            sleep=self.clock.sleep,
            random=Random(1),
            resolve=lambda host, port: ["127.0.0.1"],
        )
        limits = Fetching(
            allow_private=True, interval_s=0.0, connect_s=2.0, read_s=0.25, attempts=1, longest_wait_s=0.0
        )
        self._fetcher = Fetcher(limits, around)
        self._parts = claimless_parts()

    def begin(self) -> None:
        """Put the village's sources on the project's list."""
        entries = [
            WatchedSource(address=self.village.address("feeds", "/feed/a"), outlet="Village Post"),
            WatchedSource(address=self.village.address("feeds", "/list/all"), kind="opml", outlet="Village Post"),
            WatchedSource(
                address=self.village.address("feeds", "/feed/map"),
                kind="sitemap",
                outlet="Village Post",
                at_most_s=4 * 3600,
            ),
            WatchedSource(address=self.village.address("pages", "/p/3"), kind="page", outlet="Village Post"),
        ]
        with open_store(self.address) as store:
            take_sources(store, entries, START)

    def run(self, done: Callable[[], bool]) -> None:
        """Watch until `done`, with every end and new beginning on the way."""
        while not done():
            with open_store(self.address) as store:
                watcher = Watcher(store, self._parts, World(self._fetch, self.clock.now, lambda: self._draw), 1)
                try:
                    self._watch(watcher, done)
                except Killed:
                    continue

    def _watch(self, watcher: Watcher, done: Callable[[], bool]) -> None:
        began = len(self.notes)
        while not done():
            due = watcher.next_due()
            assert due is not None
            self.clock.instant = max(self.clock.instant, due)
            self._draw = Random(f"{self.village.seed} {len(self.notes)}").random()
            note = watcher.step()
            assert note is not None
            self.notes.append(note)
            self.village.steps += 1
            if self._stop(len(self.notes)) and len(self.notes) > began:
                return

    def _fetch(self, address: str, known: Known | None = None) -> Fetched:
        fetched = self._fetcher(address, known)
        step = len(self.notes)
        if self._kill(step) and step != self._killed_at:
            self._killed_at = step
            raise Killed
        return fetched

    def polls(self) -> int:
        """How many polls of sources were done."""
        return sum(note.what == "polled" for note in self.notes)


def claimless_parts() -> Parts:
    """Parts that make no claims: for tests of what is collected."""
    parts = shipped_parts()
    return Parts(parts.parser, parts.library, lambda reports: [Outcome(ReportClaims(report=r.id)) for r in reports])


def kept_versions(store: Store) -> dict[int, list[int]]:
    """The revisions of each page in a project, in the order in which they were seen first."""
    with store.reading() as connection:
        reports = [s.report for s in report_rows.every_report(connection)]
        first = {s.report: s.at for s in reversed(retrieval_rows.sightings(connection, [r.id for r in reports]))}
    found: dict[int, list[int]] = {}
    for report in sorted(reports, key=lambda r: first[r.id]):
        match = _REVISION.search(report.text)
        assert match is not None, report.text
        found.setdefault(int(match[1]), []).append(int(match[2]))
    return found
