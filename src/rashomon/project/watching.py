"""Watching: one poll of a source or one visit of a page at a time, each kept whole or not at all.

A source is asked for its listing; the pages it names for the first time are kept as due, in the transaction that keeps
where the source stands. Each page is visited on its own: what it brought is stored in the transaction that says so. A
kill between two of them loses nothing and doubles nothing, and what is due next is read from the store, so that a
restart goes on where it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from rashomon.model.fetched import Fetch
from rashomon.model.watched import WatchNote
from rashomon.pipeline import Parts
from rashomon.project.watching_listing import poll_listing
from rashomon.project.watching_page import poll_page_source, visit_page
from rashomon.storage import Store, source_rows
from rashomon.storage.source_rows import StoredPage, StoredSource


@dataclass(frozen=True, slots=True)
class World:
    """All that watching needs from outside: the web, the time, and chance in [0, 1)."""

    fetch: Fetch
    now: Callable[[], dt.datetime]
    chance: Callable[[], float]


class Watcher:
    """Does what is due, one thing a step."""

    def __init__(self, store: Store, parts: Parts, world: World) -> None:
        self._store, self._parts, self._world = store, parts, world

    def next_due(self) -> dt.datetime | None:
        """When there is something to do: an instant that may have passed; null where nothing is watched."""
        job = self._first()
        return job.due if job is not None else None

    def step(self) -> WatchNote | None:
        """Do what is due first, and say what it came to; null where nothing is due yet. Raises StoreError."""
        job = self._first()
        if job is None or job.due is None or job.due > self._world.now():
            return None
        if isinstance(job, StoredPage):
            return visit_page(self._store, job, self._parts, self._world)
        if job.entry.kind == "page":
            return poll_page_source(self._store, job, self._parts, self._world)
        return poll_listing(self._store, job, self._parts.library, self._world)

    def _first(self) -> StoredSource | StoredPage | None:
        with self._store.reading() as connection:
            source, page = source_rows.first_due_source(connection), source_rows.first_due_page(connection)
        if source is None or page is None:
            return source or page
        # What a source named waits no longer than the source: a long list does not stop the others.
        return page if _due(page) < _due(source) else source


def _due(job: StoredSource | StoredPage) -> dt.datetime:
    return job.due or dt.datetime.max.replace(tzinfo=dt.UTC)
