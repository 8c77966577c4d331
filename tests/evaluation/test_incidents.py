"""Incidents by the simplest rule."""

from __future__ import annotations

from evaluation.incidents import largest, latest, sample


def test_latest_report_is_the_last_published() -> None:
    """The report published last speaks; of two on one day the one given last; an undated one yields."""
    reports = [{"id": "a", "published": "2020-05-02"}, {"id": "b", "published": "2020-05-02"}, {"id": "c"}]
    assert latest(reports)["id"] == "b"


def test_largest_figure_that_happened_counts() -> None:
    """The largest killed that is told as happened counts; background and vague figures do not; none is zero."""
    figures = [
        {"measure": "killed", "value": 2, "realis": "happened"},
        {"measure": "killed", "value": 3, "realis": "claimed"},
        {"measure": "killed", "value": 90, "realis": "background"},
        {"measure": "injured", "value": None, "realis": "happened"},
    ]
    assert largest(figures) == {"killed": 3, "injured": 0}


def test_sample_does_not_depend_on_order() -> None:
    """The same stories are drawn whatever order they are given in."""
    stories = [{"story": str(n)} for n in range(30)]
    assert sample(stories, 5) == sample(stories[::-1], 5)
