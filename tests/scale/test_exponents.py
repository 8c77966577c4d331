"""Benchmarks tell how costs grow."""

from __future__ import annotations

import pytest
from benchmarks import growth, steady


def test_costs_that_grow_with_the_reports_have_the_exponent_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where every hundred reports take one second, both exponents of every later line are 1."""
    monkeypatch.setattr(steady, "_WARMING", 0)
    monkeypatch.setattr(steady, "_cpu", lambda _do: 1.0)
    lines = [line.split() for line in steady.measure(1_000, 100, 1)][1:]
    assert [int(line[0]) for line in lines] == [*range(100, 1_001, 100)]
    assert len(lines[0]) == 6
    assert {(line[6], line[7]) for line in lines[1:]} == {("1.000", "1.000")}


def test_costs_are_told_in_yardsticks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the machine slows down for everything, the exponent by CPU rises above 1 and that by yardstick stays."""
    costs = iter([1.0, 1.0] * 3 + [2.0, 2.0] * 7)
    monkeypatch.setattr(steady, "_WARMING", 0)
    monkeypatch.setattr(steady, "_cpu", lambda _do: next(costs))
    last = list(steady.measure(1_000, 100, 1))[-1].split()
    assert float(last[6]) > 1.2
    assert last[7] == "1.000"


def test_calls_are_counted() -> None:
    """Work that calls as many functions for each report as before has the exponent one, however long it takes."""
    costs = growth.Calls()

    def do(some: int) -> growth.Took:
        for n in range(some):
            abs(n)
        return (float(some**2), float(some**2))

    assert costs.add(10, lambda: do(1_000)) == (1_000_000.0, 1_000_000.0)
    first, nothing = costs.told()
    costs.add(90, lambda: do(9_000))
    again, exponent = costs.told()
    assert int(first) == pytest.approx(int(again), abs=1) == pytest.approx(100, abs=1)
    assert nothing == ""
    assert float(exponent) == pytest.approx(1, abs=0.01)
