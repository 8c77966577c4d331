"""A desk that reads on compares each report with those of its time, not with all that it ever read."""

from __future__ import annotations

import pytest
from evaluation.simulator import World, invent
from evaluation.simulator.claims import invent_reports

from rashomon.grouping import copy_candidates
from rashomon.grouping.copy_candidates import are_candidates
from rashomon.grouping.report_words import words_of
from rashomon.grouping.story_candidates import candidates
from rashomon.grouping.story_features import features_of
from rashomon.knowledge.library import Library
from rashomon.model.report import Report
from rashomon.timeframe import order_key

#: Stories of the smaller and of the larger world.
_SIZES = (150, 600)
#: Four times the reports over four times the days may take so many times the comparisons: linear growth takes four.
_LINEAR = 5.5
#: Pairs met for each report on the way to those that are compared.
_MET = 60


def test_stories_are_compared_with_those_of_their_time(library: Library) -> None:
    """Four times the reports take at most five and a half times the comparisons for stories."""
    small, large = (
        sum(1 for _ in candidates([features_of(r, library) for r in _reports(stories, library)])) for stories in _SIZES
    )
    assert 0 < large <= _LINEAR * small


def test_texts_are_compared_with_few_others(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the reports take at most five and a half times the comparisons of texts, and few pairs asked for each."""
    asked = 0

    def counting(a: copy_candidates.Marks, b: copy_candidates.Marks) -> bool:
        nonlocal asked
        asked += 1
        return are_candidates(a, b)

    monkeypatch.setattr(copy_candidates, "are_candidates", counting)
    compared = []
    for stories in _SIZES:
        marks, asked = [copy_candidates.marks_of_text(words_of(r)) for r in _reports(stories, library)], 0
        compared.append(len(copy_candidates.candidates(marks)))
        assert asked <= _MET * len(marks)
    assert 0 < compared[1] <= _LINEAR * compared[0]


def _reports(stories: int, library: Library) -> list[Report]:
    """A report of most stories and several of a few, two stories a day."""
    made = (m.report for s in invent(World(8, stories, stories)) for m in invent_reports(s, library))
    return sorted(made, key=order_key)
