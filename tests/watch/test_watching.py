"""Watching a web that misbehaves, over 200 polls of simulated time."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from random import Random

import pytest
from tests.watch.simulation import Simulation, kept_versions
from tests.watch.village import Village, open_village

from rashomon.model.watched import WatchNote
from rashomon.project.watching_times import DAY
from rashomon.storage import create_store, open_store, source_rows

POLLS = 200
#: Steps (polls and visits) that 200 polls come with, about.
STEPS = 330


@pytest.fixture
def village() -> Iterator[Village]:
    """A village with a script of its own."""
    with open_village(seed=7, length=STEPS) as opened:
        yield opened


def watched(village: Village, address: str, **ends: object) -> Simulation:
    """The village watched over 200 polls, then until all it named was visited, on a calm web."""
    create_store(address).close()
    simulation = Simulation(village, address, **ends)  # type: ignore[arg-type]
    simulation.begin()
    simulation.run(lambda: simulation.polls() >= POLLS)
    village.calm = True
    end = simulation.clock.seconds() + 8 * DAY
    simulation.run(lambda: simulation.clock.seconds() > end)
    return simulation


def served(village: Village) -> dict[int, list[int]]:
    """The revisions of each page that the server gave whole, in order."""
    found: dict[int, list[int]] = {}
    for page, revision in village.served:
        found.setdefault(page, []).append(revision)
    return found


def test_what_was_served_is_what_is_kept(village: Village, address: str) -> None:
    """After 200 polls a project holds exactly the reports and versions that were served, each once, in order."""
    simulation = watched(village, address)
    with open_store(address) as store:
        kept = kept_versions(store)
        with store.reading() as connection:
            sources = {s.entry.address: s for s in source_rows.list_sources(connection)}
    assert kept == served(village)
    assert set(kept) >= village.shown
    assert sum(len(revisions) > 1 for revisions in kept.values()) >= 3
    outcomes = {note.outcome for note in simulation.notes}
    assert outcomes >= {"new", "unchanged", "failed", "gone"}
    codes = {i.code for note in simulation.notes for i in note.issues}
    assert codes >= {"source_moved", "address_failed"}
    assert village.address("feeds", "/new/a") in sources
    assert village.address("feeds", "/feed/b") in sources


def test_stopped_and_killed_at_random_points_it_goes_on_where_it_was(address: str) -> None:
    """Ended between steps and inside them at random, watching sees, keeps and asks the same as undisturbed."""
    with open_village(seed=11, length=STEPS) as village:
        create_store(address).close()
        quiet = Simulation(village, address)
        quiet.begin()
        quiet.run(lambda: quiet.polls() >= 60)
        undisturbed = [_of(note) for note in quiet.notes]
        with open_store(address) as store:
            expected = kept_versions(store)
        _empty(address)
        village.steps, village.served = 0, []
        chance = Random(3)
        stops = {n for n in range(len(undisturbed)) if chance.random() < 0.1}
        kills = {n for n in range(len(undisturbed)) if chance.random() < 0.1}
        again = Simulation(village, address, stop=stops.__contains__, kill=kills.__contains__)
        again.begin()
        again.run(lambda: again.polls() >= 60)
        with open_store(address) as store:
            assert kept_versions(store) == expected == served(village)
        assert [_of(note) for note in again.notes] == undisturbed


def _of(note: WatchNote) -> tuple[object, ...]:
    """What two runs of one script must share."""
    return note.at, note.what, note.address, note.outcome, note.named, note.new, note.edited, note.due


def _empty(address: str) -> None:
    """A project as it was made."""
    with open_store(address) as store, store.writing() as connection:
        from rashomon.storage.tables import metadata

        for table in reversed(metadata.sorted_tables):
            if table.name != "facts":
                connection.execute(table.delete())


def test_every_poll_says_when_the_next_one_is(village: Village, address: str) -> None:
    """Each note of a source names a later instant, and the next note of it does not come before."""
    create_store(address).close()
    simulation = Simulation(village, address)
    simulation.begin()
    simulation.run(lambda: simulation.polls() >= 40)
    polls = [note for note in simulation.notes if note.what == "polled"]
    for source in {note.source for note in polls}:
        for one, other in itertools.pairwise(note for note in polls if note.source == source):
            assert one.due is not None
            assert one.at < one.due <= other.at
