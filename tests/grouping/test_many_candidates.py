"""Copies among very many texts of one story, all of which share its names."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from evaluation.simulator import World, invent
from evaluation.simulator.claims import invent_reports

from rashomon.grouping import find_copies
from rashomon.knowledge.library import Library
from rashomon.model.grouping import CopyGroup
from rashomon.timeframe import merge_same

module = sys.modules["rashomon.grouping.find_copies"]


def test_few_of_very_many_candidates_are_compared_word_by_word(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look at the runs of all candidates leaves a fourth of the comparisons, and the groups as they were."""
    (story,) = invent(World(1, 1, 300))
    reports = merge_same(made.report for made in invent_reports(story, library))
    compared = 0
    share = module.shared_share  # type: ignore[attr-defined]

    def counted(*words: Any) -> float:
        nonlocal compared
        compared += 1
        return float(share(*words))

    monkeypatch.setattr(module, "shared_share", counted)

    def found(many: int) -> tuple[tuple[CopyGroup, ...], int]:
        monkeypatch.setattr(module, "_MANY", many)
        before = compared
        return find_copies(reports, library).value, compared - before

    every, all_pairs = found(10_000)
    few, looked_at = found(20)
    assert few == every
    assert sum(len(group.reports) > 1 for group in every) > 20
    assert looked_at < all_pairs / 4
