"""Killed at random instants, a project loses nothing (bounded; `make soak` is the full run)."""

from __future__ import annotations

import pytest
from benchmarks.postgres import find_programs
from benchmarks.soak import soak


@pytest.mark.parametrize("what", ["adding", "watching"])
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_killed_process_loses_nothing_that_it_acknowledged(kind: str, what: str) -> None:
    """After four kills (and a crash of the server) every acknowledged report is there once and all is as undisturbed."""
    if kind == "postgresql" and find_programs() is None:
        pytest.skip("PostgreSQL is not installed")
    soaked = soak(kind, what, kills=4, size={"adding": 24, "watching": 6}[what], seed=7, crash_every=4)
    assert soaked.faults == []
    assert soaked.rounds >= 1
