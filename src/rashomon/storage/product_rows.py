"""What the program made of each report, kept under the key of its version and the report's content."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from rashomon.model.claim import ReportClaims
from rashomon.model.issue import Issue
from rashomon.model.record import Record
from rashomon.model.report import Report
from rashomon.storage import tables
from rashomon.storage.claim_rows import forget_claims_of, save_claims
from rashomon.storage.packing import pack, unpack
from rashomon.storage.report_rows import chunks, content_hash

UNDERSTAND = "understand"


class Understood(Record, frozen=True, kw_only=True):
    """What reading and understanding one report gave: its claims, and the issues met."""

    claims: ReportClaims
    issues: tuple[Issue, ...] = ()


def save_understood(connection: Connection, version: str, found: Sequence[tuple[Report, Understood]]) -> None:
    """Keep reports' claims, each under the key of the code's version and its report's content."""
    product = tables.products
    ids = [report.id for report, _ in found]
    for some in chunks(ids):
        connection.execute(delete(product).where(product.c.report.in_(some), product.c.stage == UNDERSTAND))
    forget_claims_of(connection, ids)
    rows = [
        {"report": r.id, "stage": UNDERSTAND, "key": f"{version}:{content_hash(r)}", "body": pack(made)}
        for r, made in found
    ]
    if rows:
        connection.execute(insert(product), rows)
    save_claims(connection, [(report, made.claims, {}) for report, made in found])


def find_understood(connection: Connection, reports: Sequence[Report], version: str) -> dict[str, Understood]:
    """The kept claims of these reports, as far as this version of the code made them of this very content."""
    keys = {r.id: f"{version}:{content_hash(r)}" for r in reports}
    found: dict[str, Understood] = {}
    product = tables.products
    for some in chunks(list(keys)):
        rows = connection.execute(
            select(product.c.report, product.c.key, product.c.body).where(
                product.c.stage == UNDERSTAND, product.c.report.in_(some)
            )
        )
        for report, key, body in rows:
            if keys[report] == key:
                found[report] = unpack(body, Understood)
    return found


def products_of(connection: Connection, report: Report) -> list[tuple[str, Understood]]:
    """What was understood of a report as it stands, with the program's version that did."""
    product = tables.products
    rows = connection.execute(
        select(product.c.key, product.c.body).where(product.c.report == report.id, product.c.stage == UNDERSTAND)
    )
    parted = [(row.key.partition(":"), row.body) for row in rows]
    return [(version, unpack(b, Understood)) for (version, _, made_of), b in parted if made_of == content_hash(report)]
