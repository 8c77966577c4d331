"""A desk that reads on compares each report with those of its time, not with all that it ever read."""

from __future__ import annotations

from evaluation.simulator import World, invent
from evaluation.simulator.claims import invent_reports

from rashomon.grouping.story_candidates import candidates
from rashomon.grouping.story_features import features_of
from rashomon.knowledge.library import Library
from rashomon.timeframe import order_key


def test_comparisons_grow_with_the_time_read(library: Library) -> None:
    """Four times the reports over four times the days take at most five and a half times the comparisons, not 16."""
    small, large = (_comparisons(stories, library) for stories in (150, 600))
    assert 0 < large <= 5.5 * small


def _comparisons(stories: int, library: Library) -> int:
    reports = [m.report for s in invent(World(8, stories, stories)) for m in invent_reports(s, library)]
    return sum(1 for _ in candidates([features_of(r, library) for r in sorted(reports, key=order_key)]))
