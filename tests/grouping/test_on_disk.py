"""Reports and sketches that lie on disk are grouped as those at hand."""

from __future__ import annotations

import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import overload

import msgspec
import pytest
from evaluation.simulator import World, invent
from evaluation.simulator.claims import invent_reports

from rashomon.adapters.kept_sketches import KeptSketches
from rashomon.errors import PartError
from rashomon.grouping import Sketch, find_copies, group_stories, pack_sketch, sketch_of, weighing, words_of
from rashomon.grouping.story_features import features_of
from rashomon.knowledge.library import Library
from rashomon.model.grouping import CopyGroup, Story
from rashomon.model.report import Report

# The functions have the names of their modules.
_COPIES, _STORIES = (sys.modules[f"rashomon.grouping.{name}"] for name in ("find_copies", "group_stories"))


class _OnDisk(Sequence[Report]):
    """Reports as bytes, each made anew whenever it is asked for."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._kept = [msgspec.msgpack.encode(r) for r in reports]

    def __len__(self) -> int:
        return len(self._kept)

    @overload
    def __getitem__(self, at: int) -> Report: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Report]: ...
    def __getitem__(self, at: int | slice) -> Report | Sequence[Report]:
        assert isinstance(at, int)
        return msgspec.msgpack.decode(self._kept[at], type=Report)


@pytest.fixture(scope="module")
def reports(library: Library) -> list[Report]:
    """Some stories with their copies, undated pages and late inquiries."""
    return [m.report for s in invent(World(5, 8, 120)) for m in invent_reports(s, library)]


@pytest.fixture(scope="module")
def grouped(reports: list[Report], library: Library) -> tuple[tuple[CopyGroup, ...], tuple[Story, ...]]:
    """Their copies and stories, where all are at hand."""
    copies = find_copies(reports, library).value
    return copies, group_stories(reports, [], copies, library).value


def test_what_lies_on_disk_is_grouped_as_what_is_at_hand(
    reports: list[Report],
    grouped: tuple[tuple[CopyGroup, ...], tuple[Story, ...]],
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Copies and stories are the same where reports and sketches are read anew and three of each are at hand."""
    monkeypatch.setattr(_COPIES, "_KEPT", 3)
    monkeypatch.setattr(weighing, "_KEPT", 3)
    monkeypatch.setattr(weighing, "_TOGETHER", 2)
    sketches = KeptSketches((r.id, pack_sketch(sketch_of(r, words_of(r), library))) for r in reports)
    on_disk = _OnDisk(reports)
    copies = find_copies(on_disk, library, sketch=sketches).value
    assert (copies, group_stories(on_disk, [], copies, library, sketch=sketches).value) == grouped


def test_features_are_taken_of_a_report_once(
    reports: list[Report],
    grouped: tuple[tuple[CopyGroup, ...], tuple[Story, ...]],
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where the features of three reports are at hand, those of the others are packed, and the stories are the same."""
    copies, stories = grouped
    taken: list[str] = []
    monkeypatch.setattr(weighing, "_KEPT", 3)
    monkeypatch.setattr(weighing, "_TOGETHER", 2)
    monkeypatch.setattr(_STORIES, "features_of", lambda r, lib: taken.append(r.id) or features_of(r, lib))
    assert group_stories(reports, [], copies, library).value == stories
    assert sorted(taken) == sorted(group.reports[0] for group in copies)


def test_an_earlier_report_is_read_once_for_many_undated_ones(
    reports: list[Report], library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A third of the reports without a date: with a third of all at hand each report is read four times at most."""
    some = [msgspec.structs.replace(r, published=None) if n % 3 == 0 else r for n, r in enumerate(reports)]
    monkeypatch.setattr(weighing, "_KEPT", len(some) // 3)
    monkeypatch.setattr(weighing, "_TOGETHER", len(some) // 4)
    sketches = {r.id: sketch_of(r, words_of(r), library) for r in some}
    copies, asked = find_copies(some, library).value, Counter[str]()

    def counted(report: str) -> Sketch:
        asked[report] += 1
        return sketches[report]

    found = group_stories(some, [], copies, library, sketch=counted).value
    assert found == group_stories(some, [], copies, library).value
    assert max(asked.values()) <= 4


def test_a_disk_without_room_is_told_in_words() -> None:
    """Sketches that cannot be written are a part that fails, with words on the folder for temporary files."""

    def sketches() -> Iterator[tuple[str, bytes]]:
        yield "rpt-1", b""
        raise sqlite3.OperationalError("database or disk is full")

    with pytest.raises(PartError, match="disk is full"):
        KeptSketches(sketches())
