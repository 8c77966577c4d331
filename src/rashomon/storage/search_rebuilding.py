"""The search index made anew from the reports and claims: after a migration, and where a check finds it incomplete."""

from __future__ import annotations

from itertools import islice

from sqlalchemy import Connection, select

from rashomon.storage import tables
from rashomon.storage.claim_rows import searched
from rashomon.storage.report_rows import every_report
from rashomon.storage.search_rows import forget_everything, index_claims, index_reports, squeeze

#: Reports indexed at once.
_MANY = 500


def rebuild_search(connection: Connection) -> None:
    """Index every report and claim, in place of all that was indexed."""
    forget_everything(connection)
    squeeze(connection)
    claims = tables.claims
    reports = every_report(connection)
    while some := list(islice(reports, _MANY)):
        index_reports(connection, [stored.report for stored in some])
        rows = connection.execute(
            select(claims.c.report, claims.c.id, claims.c.kind, claims.c.passage, claims.c.corrected)
            .where(claims.c.report.in_([stored.report.id for stored in some]))
            .order_by(claims.c.id)
        )
        index_claims(connection, [(r.report, r.id, r.kind, searched(r.passage, r.corrected)) for r in rows])
