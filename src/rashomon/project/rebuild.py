"""Claims that another version of the program made, made anew: decisions find their claims again, or wait."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from rashomon import pipeline
from rashomon.adapters.package_data import program_version
from rashomon.model.record import Record
from rashomon.project.add_reports import BATCH, understand
from rashomon.project.kept_claims import issues_of_reading
from rashomon.project.regroup import regroup
from rashomon.project.renew_links import check_current
from rashomon.project.waiting import waiting_decisions
from rashomon.run import Run
from rashomon.storage import Store, product_rows, report_rows
from rashomon.storage.report_rows import StoredReport


class Rebuilt(Record, frozen=True, kw_only=True):
    """How many of the reports were read anew, and the ids of the decisions whose target is not (or no longer) there."""

    reports: int
    anew: int
    waiting: tuple[str, ...]


def rebuild(store: Store, parts: pipeline.Parts, run: Run) -> Rebuilt:
    """Extract the claims of every report whose kept ones another version made; a batch is one transaction."""
    anew = 0
    last = 0
    while True:
        with store.reading() as connection:
            batch = list(_stale(connection, last))
            met = [i for s in batch for i in issues_of_reading(connection, s.report)]
        if not batch:
            break
        last = batch[-1].seq
        reports = [s.report for s in batch]
        found = understand(reports, met, parts, run)
        with store.writing() as connection:
            check_current(connection)
            there = report_rows.find_reports(connection, [r.id for r in reports])
            # It may have been removed, or completed, since.
            same = [r for r in reports if r.id in there and there[r.id].report == r]
            product_rows.save_understood(connection, program_version(), [(r, found[r.id]) for r in same])
            anew += len(same)
            regroup(connection, {s.seq for s in there.values()}, parts.library)
    with store.reading() as connection:
        return Rebuilt(reports=report_rows.count_reports(connection), anew=anew, waiting=waiting_decisions(connection))


def _stale(connection: Connection, after: int) -> Iterator[StoredReport]:
    """The next reports, in the order in which they were stored, whose claims another version made."""
    seqs = [seq for seq in report_rows.every_seq(connection) if seq > after]
    found = 0
    for at in range(0, len(seqs), BATCH):
        stored: Sequence[StoredReport] = report_rows.reports_at(connection, seqs[at : at + BATCH])
        kept = product_rows.find_understood(connection, [s.report for s in stored], program_version())
        for one in stored:
            if one.report.id not in kept:
                yield one
                found += 1
                if found == BATCH:
                    return
