"""Checks of what is stored for each report: its record, its claims, the rows they are found by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection

from rashomon.adapters.package_data import program_version
from rashomon.deciding import claims_of
from rashomon.errors import StoreError
from rashomon.model.decision import Decision
from rashomon.model.dossier import Dossier
from rashomon.model.report import Report
from rashomon.model.summary import StorySummary
from rashomon.project.faults import Fault
from rashomon.project.sightings import comebacks
from rashomon.project.soundness import claims_faults, decision_faults, report_faults
from rashomon.project.story_summary import summary_of
from rashomon.storage import claim_rows, examining, removal_rows, report_rows, story_rows, summary_rows
from rashomon.storage.packing import stamp, unpack
from rashomon.storage.product_rows import Understood
from rashomon.timeframe import latest_instants


def check_reports(connection: Connection) -> Iterator[Fault]:
    """Reports decode, are named after their content, and their rows say the same; each has sound claims."""
    lineages: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for row in examining.report_rows_raw(connection):
        try:
            report = unpack(row.record, Report)
        except StoreError:
            yield Fault(check="reports", subject=row.id, what="the record cannot be decoded")
            continue
        for what in report_faults(report):
            yield Fault(check="reports", subject=row.id, what=what)
        if report.id != row.id:
            yield Fault(check="reports", subject=row.id, what="the record is another report's")
            continue
        if (row.lineage, row.content_hash) != (report.lineage, report_rows.content_hash(report)):
            yield Fault(check="columns", subject=row.id, what="a report's row says other than its record")
        lineages[report.lineage].append((report.id, row.counts_from))
        yield from _products(connection, report)
    for lineage, rows in lineages.items():
        yield from _counting(connection, lineage, dict(rows))


def _counting(connection: Connection, lineage: str, kept: dict[str, str | None]) -> Iterator[Fault]:
    try:
        versions = report_rows.lineage_reports(connection, lineage)
        instants = latest_instants(versions, comebacks(connection, versions))
    except StoreError:
        return
    for report_id, instant in instants.items():
        if kept.get(report_id) != stamp(instant):
            yield Fault(check="columns", subject=report_id, what="a report counts from another instant")


def _products(connection: Connection, report: Report) -> Iterator[Fault]:
    row = examining.understood_raw(connection, report.id)
    if row is None:
        yield Fault(check="products", subject=report.id, what="the claims of a report are missing")
        return
    try:
        found = unpack(row.body, Understood)
    except StoreError:
        yield Fault(check="products", subject=report.id, what="the claims of a report cannot be decoded")
        return
    if row.key.partition(":")[2] != report_rows.content_hash(report):
        yield Fault(check="products", subject=report.id, what="the claims were made of other content")
    for what in claims_faults(report, found.claims):
        yield Fault(check="products", subject=report.id, what=what)
    if sorted(c.id for c in claims_of(found.claims)) != sorted(claim_rows.claims_of_report(connection, report.id)):
        yield Fault(check="products", subject=report.id, what="the rows of claims are not those of the report's claims")


def check_decisions(connection: Connection) -> Iterator[Fault]:
    """Decisions decode and are named after their content."""
    for row in examining.decisions_raw(connection):
        try:
            decision = unpack(row.body, Decision)
        except StoreError:
            yield Fault(check="decisions", subject=row.id, what="the decision cannot be decoded")
            continue
        for what in decision_faults(decision):
            yield Fault(check="decisions", subject=row.id, what=what)
        if (row.id, row.kind, row.target) != (decision.id, decision.kind, (*decision.targets, "")[0]):
            yield Fault(check="decisions", subject=row.id, what="the decision's row says other than its record")


def check_tombstones(connection: Connection) -> Iterator[Fault]:
    """No report is there that was removed and not added again by force."""
    gone = list(removal_rows.tombstones(connection))
    for seq in range(0, len(gone), 500):
        for report in report_rows.find_reports(connection, gone[seq : seq + 500]):
            yield Fault(check="tombstones", subject=report, what="a removed report is there")


def check_dossiers(connection: Connection) -> Iterator[Fault]:
    """Kept dossiers decode, and it is known which reports they hold, all of which are there."""
    for row in examining.dossiers_raw(connection):
        try:
            held = {r.id for r in unpack(row.body, Dossier).reports}
        except StoreError:
            yield Fault(check="dossiers", subject=row.story, what="the kept dossier cannot be decoded")
            continue
        if held != set(story_rows.reports_held(connection, row.story, row.variant)):
            yield Fault(check="dossiers", subject=row.story, what="the kept dossier holds other reports than is noted")
        elif held - report_rows.known_ids(connection, held):
            yield Fault(check="dossiers", subject=row.story, what="the kept dossier holds a report that is not there")
    for story in story_rows.noted_without_dossier(connection):
        yield Fault(check="dossiers", subject=story, what="notes of a dossier that is not there")


def check_summaries(connection: Connection) -> Iterator[Fault]:
    """The line of each story says what its kept dossier says, and there is no line without one."""
    kept = {row.story: row for row in examining.dossiers_raw(connection)}
    for story, _state, made_by, record in summary_rows.summaries_raw(connection):
        if story not in kept:
            yield Fault(check="dossiers", subject=story, what="a line of a dossier that is not there")
            continue
        try:
            summary, dossier = unpack(record, StorySummary), unpack(kept[story].body, Dossier)
        except StoreError:
            yield Fault(check="dossiers", subject=story, what="the line of a story cannot be decoded")
            continue
        if made_by == program_version() and summary != summary_of(dossier):
            yield Fault(check="dossiers", subject=story, what="the line of a story says other than its dossier")


def check_orphans(connection: Connection) -> Iterator[Fault]:
    """No row names a report that is not there."""
    for table, subject in examining.orphans(connection):
        yield Fault(check="orphans", subject=subject, what=f"rows of {table} belong to no report")


def check_search(connection: Connection) -> Iterator[Fault]:
    """Every report and claim can be found, and nothing else."""
    for subject in examining.search_gaps(connection):
        yield Fault(check="search", subject=subject, what="the search index is not complete")
