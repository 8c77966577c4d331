"""What one more report costs does not grow with the project: counted, not timed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from evaluation.simulator import World, invent
from evaluation.simulator.claims import invent_reports

from rashomon.app.parts import shipped_parts
from rashomon.model.claim import ReportClaims
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.pipeline import Parts
from rashomon.project import Linker, add_reports, link_reports, regroup
from rashomon.run import Run
from rashomon.storage import create_store

#: Of many stories, two begin each day: every so many are told here, so that a larger project is a longer one.
_STORIES, _EVERY, _REPORTS = 2_400, 60, 12_000


def test_a_report_is_compared_with_those_of_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last reports of a long project are compared with as many others, and form as many anew, as earlier ones."""
    compared, formed = _counting(monkeypatch)
    reports = list(_spread())
    parts = Parts(None, shipped_parts().library, lambda some: [Outcome(ReportClaims(report=r.id)) for r in some])  # type: ignore[arg-type]
    linker = Linker(parts.library)
    third = len(reports) // 3
    costs = []
    with create_store(str(tmp_path / "p.sqlite")) as store:
        for start in (0, third, 2 * third):
            before = compared(), formed()
            for at in range(start, start + third, 10):
                add_reports(store, Outcome(tuple(reports[at : at + 10])), parts, Run(lambda: 0.0), linker=linker)
            costs.append((compared() - before[0], formed() - before[1]))
    assert min(costs[1]) > third
    assert costs[2][0] < 1.5 * costs[1][0]
    assert costs[2][1] < 1.5 * costs[1][1]


def _spread() -> Iterator[Report]:
    library = shipped_parts().library
    for story in islice(invent(World(1, _STORIES, _REPORTS)), 0, None, _EVERY):
        yield from (made.report for made in invent_reports(story, library))


def _counting(monkeypatch: pytest.MonkeyPatch) -> tuple[Callable[[], int], Callable[[], int]]:
    """How many pairs have been compared, and how many reports have been grouped."""
    counts = {"compared": 0, "formed": 0}
    likeness, clusters = link_reports.likeness, regroup._clusters

    def compare(*args: Any) -> Any:
        counts["compared"] += 1
        return likeness(*args)

    def form(connection: Any, around: Any, seqs: set[int], *rest: Any) -> Any:
        counts["formed"] += len(seqs)
        return clusters(connection, around, seqs, *rest)

    monkeypatch.setattr(link_reports, "likeness", compare)
    monkeypatch.setattr(regroup, "_clusters", form)
    return lambda: counts["compared"], lambda: counts["formed"]
