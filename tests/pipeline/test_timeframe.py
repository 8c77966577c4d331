"""Which reports count at an instant."""

from __future__ import annotations

import datetime as dt

from rashomon.model.moment import Published
from rashomon.model.report import Report
from rashomon.settings import parse_as_of
from rashomon.timeframe import latest_publication, merge_same, select_live


def report(name: str, day: str | None = None, lineage: str | None = None) -> Report:
    """A report published on a whole day in UTC, or undated."""
    published = None
    if day:
        first = dt.datetime.fromisoformat(day).replace(tzinfo=dt.UTC)
        published = Published(earliest=first, latest=parse_as_of(day), precision="day", how="given")
    return Report(id=name, given_ids=(f"given-{name}",), text=name, published=published, lineage=lineage or name)


def test_a_later_report_is_outside_an_earlier_as_of() -> None:
    """A report published after the instant is neither live nor apart."""
    chosen = select_live(
        [report("a", "2024-05-01"), report("b", "2024-05-03")], parse_as_of("2024-05-02"), undated="apart"
    )
    assert [r.id for r in chosen.live] == ["a"]
    assert chosen.apart == ()


def test_a_whole_day_counts_only_when_it_is_over() -> None:
    """A report dated by day is outside an instant inside that day, and inside the day itself."""
    reports = [report("a", "2024-05-01")]
    assert not select_live(reports, parse_as_of("2024-05-01T12:00:00"), undated="apart").live
    assert select_live(reports, parse_as_of("2024-05-01"), undated="apart").live


def test_an_undated_report_stands_apart_only_when_an_instant_was_asked_for() -> None:
    """An undated report is live without an as-of and apart with one."""
    reports = [report("a", "2024-05-01"), report("b")]
    assert [r.id for r in select_live(reports, latest_publication(reports), undated="inside").live] == ["a", "b"]
    assert [r.id for r in select_live(reports, parse_as_of("2024-06-01"), undated="apart").apart] == ["b"]


def test_only_the_latest_version_of_a_page_is_live() -> None:
    """Of one lineage the latest version as of the instant counts."""
    versions = [report("a", "2024-05-01", "page"), report("b", "2024-05-03", "page")]
    assert [r.id for r in select_live(versions, parse_as_of("2024-05-02"), undated="apart").live] == ["a"]
    assert [r.id for r in select_live(versions, parse_as_of("2024-05-04"), undated="apart").live] == ["b"]


def test_one_report_given_twice_is_one_report_with_both_ids() -> None:
    """Two records of one report merge, in whatever order they came."""
    one = report("a", "2024-05-01")
    other = Report(id="a", given_ids=("second",), text="a", lineage="a")
    merged = merge_same([one, other])
    assert merged == merge_same([other, one])
    assert merged[0].given_ids == ("given-a", "second")
    assert merged[0].published == one.published
