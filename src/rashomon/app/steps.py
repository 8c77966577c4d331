"""Use cases stage by stage, for those who look at what stands between: read, understand, group, reconcile."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rashomon import pipeline
from rashomon.adapters import clock
from rashomon.app.engines import running
from rashomon.app.parts import opened_sources, shipped_parts
from rashomon.errors import UsageError
from rashomon.grouping import find_copies, group_stories
from rashomon.model.claim import ReportClaims
from rashomon.model.dossier import Dossier
from rashomon.model.grouping import CopyGroup, Story
from rashomon.model.issue import Issue
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.reading import read_lines, read_reports
from rashomon.run import Run
from rashomon.settings import Settings
from rashomon.timeframe import latest_publication, merge_same, select_live


def read(sources: Sequence[str], settings: Settings) -> Outcome[tuple[Report, ...]]:
    """The reports of sources as `build` takes them (files, folders, addresses), each once, and the issues met."""
    run = Run(clock.seconds)
    raw = run.step("open", opened_sources(sources, settings))
    read = run.step("read", read_reports(raw, shipped_parts().library))
    return Outcome(merge_same(read), run.issues)


def read_records(records: Iterable[Mapping[str, Any]]) -> Outcome[tuple[Report, ...]]:
    """Reports of mappings with the fields of a line of JSON Lines (`text` required), each once, and the issues met."""
    # A data frame says "missing" by a number that is not itself.
    given = ({k: v for k, v in r.items() if v is not None and v == v} for r in records)
    data = b"".join(json.dumps(r, default=str).encode("utf-8") + b"\n" for r in given)
    lines = list(read_lines("records", data, shipped_parts().library))
    reports = merge_same(line.report for line in lines if line.report is not None)
    return Outcome(reports, tuple(i for line in lines for i in line.issues))


def understand(reports: Sequence[Report], jobs: int = 1) -> Outcome[tuple[ReportClaims, ...]]:
    """The resolved claims of each report, in order, and the issues met."""
    run = Run(clock.seconds)
    with running(Settings(jobs=jobs)) as parts:
        return Outcome(pipeline.understand(reports, parts, run), run.issues)


def find_groups(
    reports: Sequence[Report], claims: Sequence[ReportClaims]
) -> tuple[tuple[CopyGroup, ...], tuple[Story, ...]]:
    """The copy groups and the stories of reports."""
    library = shipped_parts().library
    copies = find_copies(reports, library).value
    return tuple(copies), tuple(group_stories(reports, claims, copies, library).value)


def reconcile(
    reports: Sequence[Report], claims: Sequence[ReportClaims], settings: Settings
) -> Outcome[tuple[Dossier, ...]]:
    """One verified dossier for each story asked for (`settings.story`), of claims made before; and the issues met.

    Raises UsageError where a report has no claims among those given, NotFoundError for a missing story.
    """
    known = {c.report: c for c in claims}
    missing = [r.id for r in reports if r.id not in known]
    if missing or not reports:
        raise UsageError(
            f"There are no claims of {missing[0]}." if missing else "There is no report.", "Extract them first."
        )
    run = Run(clock.seconds)
    merged = merge_same(reports)
    as_of = settings.as_of or latest_publication(merged)
    selection = select_live(merged, as_of, undated="inside" if settings.as_of is None else "apart")

    def kept(live: Sequence[Report]) -> tuple[ReportClaims, ...]:
        return tuple(known[r.id] for r in live)

    dossiers = pipeline.dossiers_of(selection, as_of, kept, settings, shipped_parts(), run)
    issues: tuple[Issue, ...] = run.issues
    return Outcome(tuple(dossiers), issues)
