"""Watching: one poll of a source or one visit of a page at a time, each kept whole or not at all.

A source is asked for its listing; the pages it names for the first time are kept as due, in the transaction that keeps
where the source stands. Each page is visited on its own: what it brought is stored in the transaction that says so. A
kill between two of them loses nothing and doubles nothing, and what is due next is read from the store, so that a
restart goes on where it was.

Several hosts are asked at once, each for one thing at a time: a slow one holds up its own pages alone. Answers are kept
one by one as they come, those that are there together in the order in which they were due. What is kept is the same in
any order.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from urllib.parse import urlsplit

from sqlalchemy import Connection

from rashomon.adapters.background import begin
from rashomon.model.fetched import Fetch, Fetched
from rashomon.model.watched import WatchNote
from rashomon.pipeline import Parts
from rashomon.project.link_reports import Linker
from rashomon.project.watching_listing import poll_listing
from rashomon.project.watching_page import leave_page, page_of_source, poll_page_source, visit_page
from rashomon.storage import Store, source_rows
from rashomon.storage.source_rows import StoredPage, StoredSource

#: Hosts asked at a time.
HOSTS = 8
#: Reports kept ready for comparison: what comes is compared with the last weeks', in a process that runs for months.
_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class World:
    """All that watching needs from outside: the web, the time, and chance in [0, 1)."""

    fetch: Fetch
    now: Callable[[], dt.datetime]
    chance: Callable[[], float]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked for; `answer` is null for a page whose source is watched no longer: it is left unasked."""

    job: StoredSource | StoredPage
    due: dt.datetime
    answer: Future[Fetched] | None

    def is_done(self) -> bool:
        return self.answer is None or self.answer.done()


class Watcher:
    """Does what is due, one thing a step, asking up to `hosts` hosts at once."""

    def __init__(self, store: Store, parts: Parts, world: World, hosts: int = HOSTS) -> None:
        self._store, self._parts, self._world, self._hosts = store, parts, world, hosts
        # What one report was compared with is at hand for the next.
        self._linker = Linker(parts.library, kept=_KEPT)
        #: By host, in the order in which they were asked.
        self._asked: dict[str, _Asked] = {}

    def next_due(self) -> dt.datetime | None:
        """When there is something to do: an instant that may have passed; null where nothing is watched."""
        if self._asked:
            return next(iter(self._asked.values())).due
        with self._store.reading() as connection:
            return source_rows.first_due(connection)

    def step(self) -> WatchNote | None:
        """Keep what is due and came first, and say what it came to; null where nothing is due yet. StoreError."""
        self._ask()
        return self.finish()

    def finish(self) -> WatchNote | None:
        """Keep what came first of what was asked for, without asking for more; null where all is kept. StoreError."""
        if not self._asked:
            return None
        running = [a.answer for a in self._asked.values() if a.answer is not None]
        if not any(a.is_done() for a in self._asked.values()):
            wait(running, return_when=FIRST_COMPLETED)
        host, asked = next((host, a) for host, a in self._asked.items() if a.is_done())
        # Where it cannot be kept it is still due in the store, and asked for again.
        del self._asked[host]
        return self._keep(asked)

    def _ask(self) -> None:
        """Begin asking for what is due first at each host that is not being asked."""
        if len(self._asked) >= self._hosts:
            return
        with self._store.reading() as connection:
            for due in source_rows.due_jobs(connection, self._world.now()):
                host = urlsplit(due.address).hostname or ""
                if host not in self._asked:
                    job = source_rows.find_job(connection, due)
                    if job is not None and job.due is not None:
                        self._asked[host] = _Asked(job, job.due, self._begin(connection, job))
                if len(self._asked) >= self._hosts:
                    return

    def _begin(self, connection: Connection, job: StoredSource | StoredPage) -> Future[Fetched] | None:
        if isinstance(job, StoredPage):
            source = source_rows.find_source(connection, job.state.source)
            if source is not None and not source.active:
                return None
            address, known = job.state.address, job.state.known
        elif job.entry.kind == "page":
            page = page_of_source(connection, job)
            address, known = page.state.address, page.state.known
        else:
            address, known = job.entry.address, job.state.known
        return begin(lambda: self._world.fetch(address, known))

    def _keep(self, asked: _Asked) -> WatchNote:
        job = asked.job
        if asked.answer is None and isinstance(job, StoredPage):
            return leave_page(self._store, job, self._world.now())
        assert asked.answer is not None
        fetched = asked.answer.result()
        if isinstance(job, StoredPage):
            return visit_page(self._store, job, fetched, self._parts, self._world.chance(), self._linker)
        if job.entry.kind == "page":
            return poll_page_source(self._store, job, fetched, self._parts, self._world.chance(), self._linker)
        return poll_listing(self._store, job, fetched, self._parts, self._world.chance(), self._linker)
