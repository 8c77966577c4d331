"""The search index made anew from the reports and claims: after a migration, and where a check finds it incomplete."""

from __future__ import annotations

from sqlalchemy import Connection, select

from rashomon.storage import tables
from rashomon.storage.claim_rows import searched
from rashomon.storage.report_rows import every_report
from rashomon.storage.search_rows import forget_everything, index_claims, index_report, squeeze


def rebuild_search(connection: Connection) -> None:
    """Index every report and claim, in place of all that was indexed."""
    forget_everything(connection)
    squeeze(connection)
    claims = tables.claims
    for stored in every_report(connection):
        index_report(connection, stored.report)
        rows = connection.execute(
            select(claims.c.id, claims.c.kind, claims.c.passage, claims.c.corrected)
            .where(claims.c.report == stored.report.id)
            .order_by(claims.c.id)
        )
        index_claims(connection, stored.report.id, [(r.id, r.kind, searched(r.passage, r.corrected)) for r in rows])
