"""Copies, stories and events joined and parted as persons decided."""

from __future__ import annotations

from tests.store.deciding import about, decide, report_id
from tests.store.worlds import FIRE, FLOOD, add

from rashomon.storage import Store


def given(store: Store, name: str) -> set[str]:
    """The given ids of the reports of the story with this one."""
    return {r.given_ids[0] for r in about(store, name).reports}


def test_stories_are_split_and_merged_as_decided(world: Store) -> None:
    """A report taken out of its story has one of its own; merging and undoing bring back what was."""
    one = report_id(world, "fire-1")
    split = decide(world, "split_stories", one)
    assert len(about(world, "fire-1").reports) == 1
    assert len(about(world, "fire-2").reports) == 2
    decide(world, "undo", split.id, minute=1)
    assert len(about(world, "fire-1").reports) == 3
    merged = decide(world, "merge_stories", one, report_id(world, "clash-1"), minute=2)
    assert len(about(world, "clash-1").reports) == 4
    decide(world, "undo", merged.id, minute=3)
    assert len(about(world, "clash-1").reports) == 1


def test_a_copy_that_is_none_counts_by_itself(store: Store) -> None:
    """A report split from its copy group has a copy group of its own, in the same story."""
    add(store, FIRE)
    decide(store, "split_copies", report_id(store, "fire-copy"))
    groups = {r.given_ids[0]: r.copy_group for r in about(store, "fire-1").reports}
    assert len(set(groups.values())) == 3


def test_events_are_split_and_merged_as_decided(store: Store) -> None:
    """Two events merged are one, and a claim split off is an event again."""
    add(store, FLOOD)
    events = about(store, "flood-1").events
    if len(events) < 2:
        claim = next(e for e in events if len(e.claims) > 1).claims[-1]
        decide(store, "split_events", claim)
        assert len(about(store, "flood-1").events) == len(events) + 1
    else:
        decide(store, "merge_events", events[0].claims[0], events[1].claims[0])
        assert len(about(store, "flood-1").events) == len(events) - 1


def test_a_later_merge_has_the_last_word_on_an_earlier_split(world: Store) -> None:
    """A report taken out of its story and then joined to another one stands in that one, without those it was taken from."""
    one, other = report_id(world, "fire-1"), report_id(world, "clash-1")
    decide(world, "split_stories", one)
    decide(world, "merge_stories", one, other, minute=1)
    assert given(world, "clash-1") == {"fire-1", "clash-1"}
    assert given(world, "fire-2") == {"fire-2", "fire-copy"}
    decide(world, "split_stories", other, minute=2)
    assert given(world, "fire-1") == {"fire-1"}
