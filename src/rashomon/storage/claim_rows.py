"""What claims are found by: one row each, written with their report's products."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from rashomon.model.claim import AnyClaim, EventClaim, Figure, ReportClaims, Statement
from rashomon.model.report import Report
from rashomon.storage import tables
from rashomon.storage.search_rows import forget_claims, index_claims

#: What persons decided on claims, by id: the claim as decided, the decision's kind, a correction in words.
Decided = Mapping[str, tuple[AnyClaim, str, str | None]]

_KINDS = ("figures", "events", "statements", "responsibilities", "relations", "control")
_CHUNK = 500


def save_claims(connection: Connection, found: Sequence[tuple[Report, ReportClaims, Decided]]) -> None:
    """Keep the rows of reports' claims, as persons decided them; those before are the caller's to forget."""
    rows: dict[str, dict[str, Any]] = {}
    for report, claims, decided in found:
        for claim in (c for kind in _KINDS for c in getattr(claims, kind)):
            now, kind, words = decided.get(claim.id, (claim, None, None))
            rows[claim.id] = _row(now, report) | {"decided": kind, "corrected": words}
    if rows:
        connection.execute(insert(tables.claims), list(rows.values()))
    index_claims(
        connection,
        [(r["report"], r["id"], r["kind"], searched(r["passage"], r["corrected"])) for r in rows.values()],
    )


def searched(passage: str, corrected: str | None) -> str:
    """The words that a claim is found by: its passage's, and those of a correction."""
    return passage if corrected is None else f"{passage} {corrected}"


def decided_rows(connection: Connection, reports: Sequence[str]) -> dict[str, tuple[str, str, str | None]]:
    """Of these reports' claims those that stand as decided: the report, the decision's kind, a correction's words."""
    table = tables.claims
    found: dict[str, tuple[str, str, str | None]] = {}
    for at in range(0, len(reports), _CHUNK):
        wanted = select(table).where(table.c.report.in_(list(reports[at : at + _CHUNK])), table.c.decided.is_not(None))
        found.update((r.id, (r.report, r.decided, r.corrected)) for r in connection.execute(wanted))
    return found


def forget_claims_of(connection: Connection, reports: Sequence[str]) -> None:
    """Forget the rows of reports' claims."""
    for at in range(0, len(reports), _CHUNK):
        some = list(reports[at : at + _CHUNK])
        connection.execute(delete(tables.claims).where(tables.claims.c.report.in_(some)))
    forget_claims(connection, reports)


def reports_of_claims(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """The report of each of these claims that the store knows."""
    found: dict[str, str] = {}
    for at in range(0, len(ids), _CHUNK):
        some = list(ids[at : at + _CHUNK])
        rows = connection.execute(
            select(tables.claims.c.id, tables.claims.c.report).where(tables.claims.c.id.in_(some))
        )
        found.update((row.id, row.report) for row in rows)
    return found


def claims_of_report(connection: Connection, report: str) -> list[str]:
    """The ids of a report's claims."""
    return list(connection.execute(select(tables.claims.c.id).where(tables.claims.c.report == report)).scalars())


def _row(claim: AnyClaim, report: Report) -> dict[str, Any]:
    when = getattr(claim, "when", None)
    place = getattr(claim, "place", None)
    source = getattr(claim, "attribution", None)
    root = source.origin or source.agency if source is not None else None
    if isinstance(claim, Statement):
        root = claim.organisation
    text = report.field_text(claim.field)
    return {
        "id": claim.id,
        "report": report.id,
        "kind": "event" if isinstance(claim, EventClaim) else type(claim).__name__.lower(),
        "measure": claim.measure if isinstance(claim, Figure) else None,
        "value": claim.value if isinstance(claim, Figure) else None,
        "root": root,
        "place": place.name if place is not None else None,
        "start_date": when.start_date.isoformat() if when is not None and when.start_date else None,
        "end_date": when.end_date.isoformat() if when is not None and when.end_date else None,
        "passage": text[claim.start : claim.end],
    }
