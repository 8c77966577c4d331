"""Use cases over what is watched: the list of sources, and watching them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.adapters import clock
from rashomon.adapters.chance import between_0_and_1
from rashomon.adapters.files_out import read_bytes
from rashomon.app.parts import open_project, shipped_parts
from rashomon.errors import StoreError, UsageError
from rashomon.model.fetched import Fetch
from rashomon.model.record import Record
from rashomon.model.watched import WatchedSource, WatchNote
from rashomon.project.watching import HOSTS, Watcher, World
from rashomon.project.watching_list import parse_sources, read_duration, read_entry, write_sources
from rashomon.project.watching_sources import ListChange, drop_source, take_sources
from rashomon.storage import open_store, source_rows

__all__ = [
    "SourceLine",
    "WatchResult",
    "add_source",
    "import_sources",
    "read_duration",
    "remove_source",
    "source_file",
    "sources",
    "watch",
    "watch_due",
]

#: The first wait for a store that cannot be used, the longest one, and how long in all it is waited for; `once` is
#: called again by a timer, and waits less (seconds).
_FIRST_WAIT, _LONGEST_WAIT = 1.0, 300.0
_PATIENCE, _PATIENCE_ONCE = 86_400.0, 60.0
#: So long watching sleeps at most before it looks again: another process may have put a source on the list (seconds).
_LOOK_AGAIN = 30.0


class SourceLine(Record, frozen=True, kw_only=True):
    """A source as a list shows it; instants and the last poll's outcome are null or empty before the first poll.

    `interval_s` is the time between two polls as it stands, in seconds; `via` the source that named it.
    """

    address: str
    kind: str
    outlet: str | None
    family: str | None
    country: str | None
    language: str | None
    via: str | None
    last_poll: dt.datetime | None
    last_new: dt.datetime | None
    due: dt.datetime | None
    interval_s: float | None
    failures: int
    silent: bool
    outcome: str
    reason: str


@dataclass(frozen=True, slots=True)
class WatchResult:
    """What watching came to: polls and visits done, reports that came, later versions among them, failures."""

    steps: int = 0
    new: int = 0
    edited: int = 0
    failed: int = 0


#: Waits so many seconds; true where watching should stop.
Wait = Callable[[float], bool]


def sources(address: str) -> list[SourceLine]:
    """The sources that a project watches, by address."""
    with open_store(address) as store, store.reading() as connection:
        listed = source_rows.list_sources(connection)
    return [
        SourceLine(
            address=s.entry.address,
            kind=s.entry.kind,
            outlet=s.entry.outlet,
            family=s.entry.family,
            country=s.entry.country,
            language=s.entry.language,
            via=s.entry.via,
            last_poll=s.state.last_poll,
            last_new=s.state.last_new,
            due=s.due,
            interval_s=s.state.interval_s,
            failures=s.state.failures,
            silent=s.state.silent,
            outcome=s.state.outcome,
            reason=s.state.reason,
        )
        for s in listed
    ]


def import_sources(address: str, path: str) -> ListChange:
    """Put the entries of a sources file on a project's list. Raises UsageError with the line that is wrong."""
    return _take(address, _parsed(path))


def add_source(address: str, entry: dict[str, Any]) -> ListChange:
    """Put one entry, given by the fields of the sources file, on a project's list. Raises UsageError."""
    return _take(address, [read_entry({k: v for k, v in entry.items() if v is not None}, "The source")])


def remove_source(address: str, source: str) -> tuple[str, ...]:
    """Take a source off a project's list, with those that it named; raises NotFoundError."""
    with open_store(address) as store:
        return drop_source(store, source)


def source_file(address: str) -> bytes:
    """A project's list as a sources file."""
    with open_store(address) as store, store.reading() as connection:
        return write_sources(s.entry for s in source_rows.list_sources(connection)).encode("utf-8")


def watch(
    address: str,
    fetch: Fetch,
    told: Callable[[WatchNote], None],
    wait: Wait,
    *,
    once: bool = False,
    seconds: float | None = None,
    sources_path: str | None = None,
    hosts: int = HOSTS,
) -> WatchResult:
    """Ask the sources of a project as they become due, until told to stop.

    `told` hears what each poll and visit came to; `wait` sleeps and says whether to stop. `once` ends when nothing is
    due now, `seconds` after so long; `hosts` are asked at a time. What a sources file holds is put on the list first.
    A store that is locked, full or does not answer is tried again for a day (with `once` for a minute). Raises
    UsageError where nothing is watched, StoreError.
    """
    with open_project(address) as store:
        if sources_path is not None:
            take_sources(store, _parsed(sources_path), clock.now())
        with store.reading() as connection:
            if not source_rows.list_sources(connection):
                raise UsageError(
                    "Nothing is watched yet.", "Give --sources FILE, or `rashomon sources --add ADDRESS` first."
                )
        world = World(fetch, clock.now, between_0_and_1)
        watcher = Watcher(store, shipped_parts(), world, hosts)
        return watch_due(watcher, world, told, wait, once=once, seconds=seconds)


def watch_due(
    watcher: Watcher,
    world: World,
    told: Callable[[WatchNote], None],
    wait: Wait,
    *,
    once: bool = False,
    seconds: float | None = None,
) -> WatchResult:
    """`watch` with a watcher, in a world that is given: its clock, its chance and its web."""
    end = None if seconds is None else world.now() + dt.timedelta(seconds=seconds)
    steps = new = edited = failed = 0
    patience = _Patience(world, told, wait, _PATIENCE_ONCE if once else _PATIENCE)
    stopping = False
    while True:
        # What was asked for before the end is kept.
        stopping = stopping or wait(0.0) or (end is not None and world.now() >= end)
        try:
            note = watcher.finish() if stopping else watcher.step()
            pause = 0.0 if note is not None else _pause(world.now(), watcher.next_due(), end)
        except StoreError as error:
            patience.wait_out(error)
            continue
        patience.rest()
        if note is not None:
            steps, new, edited = steps + 1, new + len(note.new), edited + len(note.edited)
            failed += note.outcome in ("failed", "refused", "gone")
            told(note)
        elif stopping or once:
            return WatchResult(steps, new, edited, failed)
        else:
            stopping = wait(pause)


class _Patience:
    """Waits longer and longer for a store that cannot be used, up to a bound."""

    def __init__(self, world: World, told: Callable[[WatchNote], None], wait: Wait, bound_s: float) -> None:
        self._world, self._told, self._wait, self._bound = world, told, wait, bound_s
        self._next, self._waited = _FIRST_WAIT, 0.0

    def rest(self) -> None:
        """The store was used: the next wait is a short one again."""
        self._next, self._waited = _FIRST_WAIT, 0.0

    def wait_out(self, error: StoreError) -> None:
        """Wait; raises the error where it is lasting, has lasted too long, or watching should stop."""
        if not error.passing or self._waited >= self._bound:
            raise error
        now = self._world.now()
        pause, self._next = self._next, min(2 * self._next, _LONGEST_WAIT)
        self._waited += pause
        due = now + dt.timedelta(seconds=pause)
        self._told(
            WatchNote(at=now, what="waited", source="", address="", outcome="failed", reason=error.message, due=due)
        )
        if self._wait(pause):
            raise error


def _pause(now: dt.datetime, due: dt.datetime | None, end: dt.datetime | None) -> float:
    instants = [i for i in (due, end) if i is not None]
    left = min(((i - now).total_seconds() for i in instants), default=_LOOK_AGAIN)
    return min(_LOOK_AGAIN, max(0.0, left))


def _parsed(path: str) -> Sequence[WatchedSource]:
    try:
        text = read_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8.", "Save it as UTF-8.") from error
    return parse_sources(text, path)


def _take(address: str, entries: Sequence[WatchedSource]) -> ListChange:
    with open_store(address) as store:
        return take_sources(store, entries, clock.now())
