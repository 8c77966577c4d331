"""What a process does when it is killed: it adds reports to a project, or watches a web."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from random import Random
from typing import Protocol

import msgspec

from benchmarks.invented import Invention
from benchmarks.soak_web import SoakWeb, served
from rashomon import pipeline
from rashomon.adapters.fetching import Fetcher
from rashomon.adapters.fetching.fetcher import Surroundings
from rashomon.app.parts import shipped_parts
from rashomon.errors import StoreError
from rashomon.model.claim import ReportClaims
from rashomon.model.fetched import Fetched
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.model.watched import WatchedSource
from rashomon.pipeline import Parts
from rashomon.project import add_reports, project_dossiers
from rashomon.project.watching import Watcher, World
from rashomon.project.watching_sources import take_sources
from rashomon.run import Run
from rashomon.settings import Fetching, Settings
from rashomon.storage import Store, report_rows
from rashomon.storage.plain_rows import PLAIN, plain_rows

#: Hears the ids of reports that are safely stored.
Acknowledge = Callable[[Iterable[str]], None]
#: Reports a batch: few, so that a kill falls now before, now inside, now after a transaction.
_BATCH = 4
_START = dt.datetime(2025, 5, 10, 6, tzinfo=dt.UTC)
#: So long a watcher waits for a server that crashed under it before it tries again (seconds).
_PAUSE = 0.1


class Work(Protocol):
    """Something that can be ended at any instant and gone on with; `parts` make the project's dossiers."""

    parts: Parts

    def begin(self, store: Store) -> None:
        """What comes before the first process."""

    def go_on(self, store: Store, acknowledge: Acknowledge, start: float) -> None:
        """Do what is left, from wherever the store stands; `start` in [0, 1) may vary where."""

    def is_done(self, store: Store) -> bool:
        """True where nothing is left."""


class Adding:
    """Invented reports added in small batches, round and round from a random place on."""

    def __init__(self, size: int, seed: int) -> None:
        invention = Invention(size, seed)
        self._reports: Sequence[Report] = list(islice(invention.reports(), size))
        self.parts = invention.parts

    def begin(self, store: Store) -> None:
        """Nothing."""

    def go_on(self, store: Store, acknowledge: Acknowledge, start: float) -> None:
        """Add every report."""
        first = int(start * len(self._reports))
        order = [*self._reports[first:], *self._reports[:first]]
        for at in range(0, len(order), _BATCH):
            batch = order[at : at + _BATCH]
            add_reports(store, Outcome(tuple(batch)), self.parts, quiet())
            acknowledge(r.id for r in batch)

    def is_done(self, store: Store) -> bool:
        """True where every report is there."""
        with store.reading() as connection:
            return report_rows.count_reports(connection) == len(self._reports)


class Watching:
    """A web watched on a clock of its own, that goes from one due instant to the next."""

    def __init__(self, web: SoakWeb, hours: int, seed: int) -> None:
        self._web, self._end, self._seed = web, _START + dt.timedelta(hours=hours), seed
        # The first time, undisturbed, reads each report; those that are killed later look its claims up.
        self._claims: dict[str, Outcome[ReportClaims]] = {}
        shipped = shipped_parts()
        self.parts = Parts(shipped.parser, shipped.library, self._understood)

    def begin(self, store: Store) -> None:
        """Put the feeds on the list."""
        take_sources(
            store, [WatchedSource(address=a, outlet=f"Feed {n}") for n, a in enumerate(self._web.feeds())], _START
        )

    def go_on(self, store: Store, acknowledge: Acknowledge, start: float) -> None:  # noqa: ARG002 - what is due is next
        """Watch until the end; a server that crashes is waited for."""
        around = Surroundings(
            now=self._now,
            clock=lambda: self._web.now,
            sleep=lambda _: None,
            random=Random(1),
            resolve=_here,
        )
        fetcher = Fetcher(Fetching(allow_private=True, interval_s=0.0, attempts=1, longest_wait_s=0.0), around)
        watcher = Watcher(store, self.parts, World(fetcher, self._now, self._chance))
        self._web.now = 0.0
        while True:
            try:
                due = watcher.next_due()
                if due is None or due > self._end:
                    return
                self._web.now = max(self._web.now, (due - _START).total_seconds())
                note = watcher.step()
            except StoreError as error:
                if not error.passing:
                    raise
                time.sleep(_PAUSE)
                continue
            acknowledge(note.new if note is not None else ())

    def is_done(self, store: Store) -> bool:
        """True where nothing is due before the end."""
        due = Watcher(store, self.parts, World(_no_fetch, self._now, self._chance)).next_due()
        return due is None or due > self._end

    def _now(self) -> dt.datetime:
        return _START + dt.timedelta(seconds=self._web.now)

    def _chance(self) -> float:
        return Random(f"{self._seed} {self._web.now}").random()

    def _understood(self, reports: Sequence[Report]) -> list[Outcome[ReportClaims]]:
        for report in reports:
            if report.id not in self._claims:
                self._claims[report.id] = pipeline.understand_one(report, self.parts.parser, self.parts.library)
        return [self._claims[r.id] for r in reports]


@contextmanager
def open_work(what: str, size: int, seed: int) -> Iterator[Work]:
    """The work of a name, `adding` or `watching`: so many reports, or so many pages for as many hours by five."""
    if what == "adding":
        yield Adding(size, seed)
        return
    hours = size * 5
    with served(size, hours, seed) as web:
        yield Watching(web, hours, seed)


def state_of(store: Store, work: Work) -> bytes:
    """All that a project knows: its dossiers, when what was seen, and where each source and page stands."""
    with store.reading() as connection:
        rows = {name: sorted(map(str, plain_rows(connection, name))) for name in PLAIN if name != "facts"}
    if isinstance(work, Adding):
        # What is added again in another order has other instants of its first coming.
        rows = {}
    return msgspec.json.encode([rows, project_dossiers(store, Settings(), work.parts, quiet())])


def noting(path: str | os.PathLike[str]) -> Acknowledge:
    """Notes ids in a file, each on the disk before it returns."""
    file = open(path, "a", encoding="utf-8")  # noqa: SIM115 - open until the process is killed

    def acknowledge(ids: Iterable[str]) -> None:
        file.write("".join(f"{i}\n" for i in ids))
        file.flush()
        os.fsync(file.fileno())

    return acknowledge


def quiet() -> Run:
    """A run that nobody times."""
    return Run(lambda: 0.0)


def _here(*_: object) -> list[str]:
    """Every name is this machine's."""
    return ["127.0.0.1"]


def _no_fetch(address: str, *_: object) -> Fetched:
    raise AssertionError(address)
