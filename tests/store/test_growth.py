"""What one more report costs does not grow with the project: counted, not timed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from evaluation.simulator import World, invent
from evaluation.simulator.claims import invent_reports

from rashomon.app.parts import shipped_parts
from rashomon.grouping import cores
from rashomon.model.claim import ReportClaims
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.pipeline import Parts
from rashomon.project import Linker, add_reports, link_reports, regroup
from rashomon.run import Run
from rashomon.storage import create_store
from rashomon.timeframe import merge_same

#: Of many stories, two begin each day: every so many are told here, so that a larger project is a longer one.
_STORIES, _EVERY, _REPORTS = 2_400, 60, 12_000


def test_a_report_is_compared_with_those_of_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last reports of a long project are compared with as many others, and form as many anew, as earlier ones."""
    counts = _counting(monkeypatch)
    reports = list(_spread())
    parts = _parts()
    linker = Linker(parts.library)
    third = len(reports) // 3
    costs = []
    with create_store(str(tmp_path / "p.sqlite")) as store:
        for start in (0, third, 2 * third):
            before = dict(counts)
            for at in range(start, start + third, 10):
                add_reports(store, Outcome(tuple(reports[at : at + 10])), parts, Run(lambda: 0.0), linker=linker)
            costs.append([counts[what] - before[what] for what in ("compared", "formed")])
    assert min(costs[1]) > third
    assert costs[2][0] < 1.5 * costs[1][0]
    assert costs[2][1] < 1.5 * costs[1][1]


def test_a_report_of_a_large_story_is_compared_with_its_cores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many reports a story has, one more is compared for its news with a few of them, and few are formed anew."""
    counts = _counting(monkeypatch)
    monkeypatch.setattr(cores, "ENOUGH", 3)
    (story,) = invent(World(1, 1, 60))
    reports = merge_same(made.report for made in invent_reports(story, shipped_parts().library))
    parts, linker = _parts(), Linker(shipped_parts().library)
    with create_store(str(tmp_path / "p.sqlite")) as store:
        add_reports(store, Outcome(reports[:30]), parts, Run(lambda: 0.0), linker=linker)
        before = dict(counts)
        for report in reports[30:]:
            add_reports(store, Outcome((report,)), parts, Run(lambda: 0.0), linker=linker)
    assert counts["news"] - before["news"] < 12 * len(reports[30:])
    assert counts["formed"] - before["formed"] < 12 * len(reports[30:]) / 2


def _parts() -> Parts:
    return Parts(None, shipped_parts().library, lambda some: [Outcome(ReportClaims(report=r.id)) for r in some])  # type: ignore[arg-type]


def _spread() -> Iterator[Report]:
    library = shipped_parts().library
    for story in islice(invent(World(1, _STORIES, _REPORTS)), 0, None, _EVERY):
        yield from (made.report for made in invent_reports(story, library))


def _counting(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How many pairs have been compared, of these for their news, and how many cores have been grouped."""
    counts = {"compared": 0, "news": 0, "formed": 0}
    likeness, joined = link_reports.likeness, regroup._joined

    def compare(*args: Any, **choices: Any) -> Any:
        counts["compared"] += 1
        counts["news"] += choices.get("text") is False
        return likeness(*args, **choices)

    def form(connection: Any, around: Any, cores: set[int]) -> Any:
        counts["formed"] += len(cores)
        return joined(connection, around, cores)

    monkeypatch.setattr(link_reports, "likeness", compare)
    monkeypatch.setattr(regroup, "_joined", form)
    return counts
