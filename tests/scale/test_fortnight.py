"""A few days of watching with restarts (bounded; `make soak` runs a fortnight of 50,000 reports)."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.fortnight import faults_of, watch
from benchmarks.fortnight_web import DAY, FortnightWeb


def test_a_watcher_that_is_killed_loses_nothing_and_doubles_nothing() -> None:
    """After three days with two kills each page has its last version once, and the doctor finds nothing."""
    lines: list[str] = []
    found = watch(reports=12, days=3, restarts=2, seed=4, kind="sqlite", say=lines.append)
    assert found.faults == []
    assert (found.reports, found.restarts) == (12, 2)


@pytest.fixture
def web(tmp_path: Path) -> FortnightWeb:
    """Six days of twenty pages."""
    return FortnightWeb(tmp_path, reports=20, days=6, seed=1)


def test_what_is_lost_or_doubled_is_a_fault(web: FortnightWeb) -> None:
    """An acknowledged report that is not there, a page that never came and a version that is there twice are faults."""
    held = [(f"rpt-{n}", n, edit < web.end) for n, edit in enumerate(web.edits)]
    assert faults_of(web, held, ["rpt-0"]) == []
    assert faults_of(web, held[1:], ["rpt-0"]) == [
        "1 acknowledged reports are lost",
        "1 versions never came, the first of page 0",
    ]
    assert faults_of(web, [*held, held[0]], []) == ["1 versions are there twice"]


def test_the_web_names_a_page_when_its_hour_comes_and_serves_its_edit(web: FortnightWeb) -> None:
    """A feed names a page from its hour on, a page answers by its validator until it is edited, and servers fail."""
    page = next(n for n, edit in enumerate(web.edits) if edit < web.end)
    feed, address = web.feeds()[page % web.number_of_feeds], web.page(page)
    asked: dict[str, bytes] = {}
    for when, second in (("before", web.begins[page] - 1), ("after", web.begins[page] + 1)):
        web.now = second
        asked[when] = web.answer(feed, None).content
    assert f"/p/{page}<" not in asked["before"].decode()
    assert f"/p/{page}<" in asked["after"].decode()
    outcomes = set()
    for spell in range(400):
        web.now = web.begins[page] + spell * DAY
        outcomes.add(web.answer(address, None).outcome)
    assert outcomes == {"new", "failed"}
