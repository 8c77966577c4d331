"""A store that cannot be used for a while: watching waits for it, says so, and ends only where it lasts."""

from __future__ import annotations

import pytest
from benchmarks.postgres import Server
from tests.watch.scripted import HOUSE, Desk, feed, page
from tests.watch.simulation import claimless_parts

from rashomon.app.watching import WatchResult, watch_due
from rashomon.errors import StoreError
from rashomon.model.watched import WatchedSource, WatchNote
from rashomon.project.watching import Watcher
from rashomon.storage import Store, create_store, report_rows

FEED, ONE = f"{HOUSE}/feed", f"{HOUSE}/1"


class Faulty(Watcher):
    """A watcher whose store cannot be used the first so many times."""

    faults = 0
    error = StoreError("The store is in use by another writer.", "Wait.", passing=True)

    def step(self) -> WatchNote | None:
        """As ever, after the faults."""
        if self.faults > 0:
            self.faults -= 1
            raise self.error
        return super().step()


def desk(store: Store) -> Desk:
    """A desk that watches a feed of one page."""
    answer = page("Bridge", "The council of Ovitz met and put off the bridge until the autumn.", address=ONE)
    made = Desk(store, {FEED: [feed(ONE)], ONE: [answer]}, claimless_parts())
    made.watch(WatchedSource(address=FEED))
    return made


def watch(made: Desk, watcher: Watcher, notes: list[WatchNote]) -> WatchResult:
    """What is due now, with waits on the desk's clock."""

    def wait(seconds: float) -> bool:
        made.clock.sleep(seconds)
        return False

    return watch_due(watcher, made.world, notes.append, wait, once=True)


def test_a_passing_fault_is_waited_out_longer_each_time(store: Store) -> None:
    """Four faults make four notes with doubling waits; then everything is kept, and the next fault waits shortly again."""
    made, notes = desk(store), list[WatchNote]()
    watcher = Faulty(store, claimless_parts(), made.world)
    watcher.faults = 4
    result = watch(made, watcher, notes)
    waits = [(n.due - n.at).total_seconds() for n in notes if n.what == "waited" and n.due]
    assert waits == [1, 2, 4, 8]
    assert all("another writer" in n.reason for n in notes[:4])
    assert (result.steps, result.new) == (2, 1)


def test_a_fault_that_lasts_ends_watching(store: Store) -> None:
    """A passing fault that does not pass is raised in the end; one that cannot pass is raised at once."""
    made, notes = desk(store), list[WatchNote]()
    watcher = Faulty(store, claimless_parts(), made.world)
    watcher.faults = 10_000
    with pytest.raises(StoreError, match="another writer"):
        watch(made, watcher, notes)
    assert 60 <= (made.clock.seconds()) <= 300
    watcher.error, notes = StoreError("The store is damaged.", "Restore it."), []
    with pytest.raises(StoreError, match="damaged"):
        watch(made, watcher, notes)
    assert notes == []


def test_a_restart_of_the_database_server_loses_nothing(postgres: Server) -> None:
    """The server crashes under a watcher that has asked for a page, and comes back: the page is kept, once."""
    store = create_store(postgres.new_database("patience"))
    made, notes = desk(store), list[WatchNote]()
    assert made.watcher.step() is not None
    postgres.stop("immediate")

    def wait(seconds: float) -> bool:
        if seconds > 1.5:
            postgres.start()
        return False

    result = watch_due(made.watcher, made.world, notes.append, wait, once=True)
    assert [n.what for n in notes].count("waited") == 2
    assert "does not answer" in notes[0].reason
    assert result.new == 1
    with store.reading() as connection:
        assert report_rows.count_reports(connection) == 1
    store.close()
