"""A desk that reads on compares each report with those of its time, not with all that it ever read."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import pytest
from evaluation.simulator import World, invent
from evaluation.simulator.claims import invent_reports
from msgspec.structs import replace

from rashomon.grouping import copy_candidates
from rashomon.grouping.compare_texts import Numbers
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
#: Texts looked at beside each report on the way to those that are compared.
_MET = 20


def test_stories_are_compared_with_those_of_their_time(library: Library) -> None:
    """Four times the reports take at most five and a half times the comparisons for stories."""
    small, large = (
        sum(1 for _ in candidates([features_of(r, library) for r in _reports(stories, library)])) for stories in _SIZES
    )
    assert 0 < large <= _LINEAR * small


def test_reports_without_a_date_are_compared_with_few_dated_ones(library: Library) -> None:
    """Where a fifth have no date, four times the reports take at most five and a half times their comparisons with dated ones."""
    compared = []
    for stories in _SIZES:
        every = [replace(r, published=None) if n % 5 == 0 else r for n, r in enumerate(_reports(stories, library))]
        features = [features_of(r, library) for r in sorted(every, key=order_key)]
        undated = [f.published is None for f in features]
        compared.append(sum(undated[low] != undated[high] for low, high in candidates(features)))
    assert 0 < compared[1] <= _LINEAR * compared[0]


def test_texts_are_compared_with_few_others(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the reports take at most five and a half times the comparisons of texts, and few are looked at for each."""
    met = 0
    of_like_names = copy_candidates._of_like_names

    def counting(holding: Sequence[array[int]]) -> Numbers:
        nonlocal met
        found = of_like_names(holding)
        met += len(found)
        return found

    monkeypatch.setattr(copy_candidates, "_of_like_names", counting)
    compared = []
    for stories in _SIZES:
        rows, reports, met = copy_candidates.MarkRows(), _reports(stories, library), 0
        for report in reports:
            rows.keep(copy_candidates.marks_of_text(words_of(report)))
        compared.append(len(rows.candidates()[0]))
        assert met <= _MET * len(reports)
    assert 0 < compared[1] <= _LINEAR * compared[0]


def _reports(stories: int, library: Library) -> list[Report]:
    """A report of most stories and several of a few, two stories a day."""
    made = (m.report for s in invent(World(8, stories, stories)) for m in invent_reports(s, library))
    return sorted(made, key=order_key)
