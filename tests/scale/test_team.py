"""Several collectors and reviewers on one PostgreSQL database (bounded; `python -m benchmarks.team` is the full run)."""

from __future__ import annotations

import pytest
from benchmarks.postgres import find_programs
from benchmarks.team import work


@pytest.mark.skipif(find_programs() is None, reason="PostgreSQL is not installed")
def test_a_team_on_one_database_loses_nothing() -> None:
    """Reports that two collectors add while two reviewers decide are there once, as are all decisions, in the stories
    that the reports give by themselves.
    """
    found = work(reports=40, collectors=2, reviewers=2, seed=3)
    assert found.faults == []
    assert found.reports == 40
    assert found.decisions > 0
