"""Copies, stories and events joined and parted as persons decided."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.store.deciding import about, decide, report_id
from tests.store.histories import faults_of, stories_by_texts, stories_kept
from tests.store.lives import LATER, remove
from tests.store.worlds import CLASH, FIRE, FLOOD, NOON, WORLD, add, read

from rashomon.app.parts import shipped_parts
from rashomon.project import import_decisions, make_decision
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


@pytest.mark.parametrize("leaving", ["removed", "edited"])
def test_decisions_on_a_report_that_stands_no_more_hold_nothing(store: Store, leaving: str) -> None:
    """Stories that were merged by way of one report, itself taken out of them later, fall apart once it is gone or its page
    has other words.
    """
    row = CLASH[0] | {"url": "https://andes.example/cusco"}
    add(store, [*FIRE, *FLOOD, row])
    hub = report_id(store, "clash-1")
    decide(store, "merge_stories", hub, report_id(store, "fire-1"))
    decide(store, "merge_stories", hub, report_id(store, "flood-1"), minute=1)
    decide(store, "split_stories", hub, minute=2)
    assert given(store, "fire-2") == {"fire-1", "fire-2", "fire-copy", "flood-1", "flood-2", "flood-undated"}
    if leaving == "removed":
        remove(store, "clash-1")
    else:
        add(store, [row | {"id": "clash-1b", "text": row["text"].replace("14", "15")}], LATER)
    assert given(store, "fire-2") == {"fire-1", "fire-2", "fire-copy"}
    _check(store)


def test_a_report_that_was_decided_on_before_it_came_is_grouped_so(store: Store) -> None:
    """A decision that came before its reports puts them into one story, and into one component, when they come."""
    reports = {r.given_ids[0]: r.id for r in read(WORLD).value}
    at = NOON + dt.timedelta(hours=1)
    merged = make_decision("merge_stories", [reports["fire-1"], reports["clash-1"]], by="R. Desk", at=at)
    import_decisions(store, [merged], shipped_parts().library)
    add(store, FIRE)
    add(store, CLASH)
    assert given(store, "clash-1") == {"fire-1", "fire-2", "fire-copy", "clash-1"}
    _check(store)


def test_reports_of_two_stories_made_one_of_their_own_lie_in_one_component(world: Store) -> None:
    """A story of its own that a person made of reports of two others is what forming it anew gives."""
    decide(world, "split_stories", report_id(world, "fire-1"), report_id(world, "clash-1"))
    assert given(world, "clash-1") == {"fire-1", "clash-1"}
    _check(world)


def test_what_two_merged_stories_keep_grows_at_both_ends(store: Store) -> None:
    """Reports that join both parts of a story made of two, of which the reports that were named are taken out again, come
    into it together.
    """
    add(store, [*FIRE, *FLOOD])
    named = report_id(store, "fire-1"), report_id(store, "flood-1")
    decide(store, "merge_stories", *named)
    decide(store, "split_stories", *named, minute=1)
    again = [row | {"id": f"{row['id']}-again", "outlet": "Veld Wire"} for row in (FIRE[1], FLOOD[1])]
    add(store, [row | {"published": "2025-05-06", "text": f"{row['text']} So far."} for row in again], LATER)
    everything = {"fire-2", "fire-copy", "fire-2-again", "flood-2", "flood-undated", "flood-2-again"}
    assert given(store, "fire-2") == everything
    _check(store)


def _check(store: Store) -> None:
    """The stories are those of the texts and decisions, and so are all links."""
    assert stories_kept(store) == stories_by_texts(store)
    assert faults_of(store) == []
