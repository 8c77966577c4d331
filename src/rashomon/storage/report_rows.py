"""Reports in the store, and the products of stages that belong to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, update

from rashomon.model.report import Report
from rashomon.storage import tables
from rashomon.storage.packing import hash_of, instant, pack, stamp, unpack
from rashomon.storage.search_rows import forget_report, forget_words, index_reports

#: Names asked for in one statement: well below every database's limit of bound values.
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report as the store holds it."""

    seq: int
    component: int
    report: Report


def content_hash(report: Report) -> str:
    """The hash of all that later stages read of a report: not when it was learned, nor the name it came by."""
    return hash_of(msgspec.structs.replace(report, learned_at=None, source="", given_ids=()))


def find_reports(connection: Connection, ids: Iterable[str]) -> dict[str, StoredReport]:
    """The reports of these ids that the store holds."""
    return {s.report.id: s for s in _load(connection, tables.reports.c.id, list(ids))}


def component_reports(connection: Connection, components: Iterable[int]) -> list[StoredReport]:
    """All reports of these components, in the order in which they were stored."""
    return sorted(_load(connection, tables.reports.c.component, list(components)), key=lambda s: s.seq)


def lineage_reports(connection: Connection, lineage: str) -> list[Report]:
    """Every version of one page, in the order in which they were stored."""
    return [stored.report for stored in lineage_versions(connection, lineage)]


def lineage_versions(connection: Connection, lineage: str) -> list[StoredReport]:
    """Every version of one page as it is stored, in that order."""
    return sorted(_load(connection, tables.reports.c.lineage, [lineage]), key=lambda s: s.seq)


def address_reports(connection: Connection, address: str) -> list[Report]:
    """Every report of a canonical address, in the order in which they were stored."""
    found = sorted(_load(connection, tables.reports.c.url, [address]), key=lambda s: s.seq)
    return [stored.report for stored in found]


def outlet_reports(connection: Connection, outlet: str | None) -> list[Report]:
    """Every report of an outlet (null: of none that is named), in the order in which they were stored."""
    wanted = select(*_COLUMNS).where(tables.reports.c.outlet == outlet).order_by(tables.reports.c.seq)
    return [_stored(row).report for row in connection.execute(wanted)]


def reports_at(connection: Connection, seqs: Iterable[int]) -> list[StoredReport]:
    """The reports of these sequence numbers, in their order."""
    return sorted(_load(connection, tables.reports.c.seq, list(seqs)), key=lambda s: s.seq)


def every_report(connection: Connection, after: int = 0) -> Iterator[StoredReport]:
    """Every report in the order in which they were stored, a few at a time; only those `after` a number."""
    last = after
    while True:
        rows = connection.execute(
            select(*_COLUMNS).where(tables.reports.c.seq > last).order_by(tables.reports.c.seq).limit(_CHUNK)
        ).all()
        if not rows:
            return
        yield from (_stored(row) for row in rows)
        last = rows[-1].seq


def save_reports(connection: Connection, reports: Sequence[tuple[Report, dt.datetime | None]]) -> list[int]:
    """The sequence numbers of new reports, given with the instants that they count from; each is a component of its own
    until `join_components` says otherwise.
    """
    # One writer at a time: numbers are given here, so that a row is written once.
    first = int(connection.execute(select(func.max(tables.reports.c.seq))).scalar() or 0) + 1
    numbers = list(range(first, first + len(reports)))
    rows = [{**_values(r, at), "seq": n, "component": n} for n, (r, at) in zip(numbers, reports, strict=True)]
    if rows:
        connection.execute(insert(tables.reports), rows)
    index_reports(connection, [r for r, _ in reports])
    return numbers


def replace_report(connection: Connection, report: Report, counts_from: dt.datetime | None) -> None:
    """Keep a fuller record of a report that is stored already (another given id, a date, a title)."""
    at = tables.reports.c.id == report.id
    connection.execute(update(tables.reports).where(at).values(**_values(report, counts_from)))
    forget_words(connection, report.id)
    index_reports(connection, [report])


def delete_report(connection: Connection, report_id: str) -> None:
    """Erase a report's row with its text, its products, retrievals and search words; its marks are the caller's."""
    forget_report(connection, report_id)
    connection.execute(delete(tables.products).where(tables.products.c.report == report_id))
    connection.execute(delete(tables.claims).where(tables.claims.c.report == report_id))
    connection.execute(delete(tables.retrievals).where(tables.retrievals.c.report == report_id))
    connection.execute(delete(tables.reports).where(tables.reports.c.id == report_id))


def every_seq(connection: Connection, after: int = 0) -> list[int]:
    """The number of every report, in order; only those `after` a number."""
    number = tables.reports.c.seq
    return list(connection.execute(select(number).where(number > after).order_by(number)).scalars())


def known_ids(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Those of these reports that the store holds."""
    column = tables.reports.c.id
    asked = (select(column).where(column.in_(some)) for some in chunks(list(ids)))
    return {found for wanted in asked for found in connection.execute(wanted).scalars()}


def set_counting(connection: Connection, report_id: str, counts_from: dt.datetime | None) -> None:
    """Keep from when a report counts, where its lineage's other versions changed that."""
    connection.execute(
        update(tables.reports).where(tables.reports.c.id == report_id).values(counts_from=stamp(counts_from))
    )


def note_retrievals(connection: Connection, reports: Sequence[Report]) -> None:
    """Keep where, when and under which hash each report's bytes came."""
    rows = [
        {"report": r.id, "source": r.source, "retrieved_at": stamp(r.learned_at), "raw_sha256": r.raw_sha256}
        for r in reports
    ]
    if rows:
        connection.execute(insert(tables.retrievals), rows)


def latest_counting(connection: Connection) -> dt.datetime | None:
    """The latest instant from which any report counts: a project's default as-of."""
    return instant(connection.execute(select(func.max(tables.reports.c.counts_from))).scalar())


def is_empty(connection: Connection) -> bool:
    """True where the store holds no report."""
    return connection.execute(select(tables.reports.c.seq).limit(1)).first() is None


def count_reports(connection: Connection) -> int:
    """How many reports the store holds."""
    return int(connection.execute(select(func.count()).select_from(tables.reports)).scalar_one())


_COLUMNS = (tables.reports.c.seq, tables.reports.c.component, tables.reports.c.record)


def _values(report: Report, counts_from: dt.datetime | None) -> dict[str, Any]:
    return {
        "id": report.id,
        "lineage": report.lineage,
        "outlet": report.outlet,
        "title": report.title,
        "url": report.canonical_url,
        "published": stamp(report.published.earliest) if report.published else None,
        "counts_from": stamp(counts_from),
        "learned_at": stamp(report.learned_at),
        "content_hash": content_hash(report),
        "record": pack(report),
    }


def _load(connection: Connection, column: Any, values: list[Any]) -> Iterator[StoredReport]:
    for some in chunks(values):
        for row in connection.execute(select(*_COLUMNS).where(column.in_(some))).all():
            yield _stored(row)


def _stored(row: Any) -> StoredReport:
    return StoredReport(row.seq, row.component, unpack(row.record, Report))


def chunks(values: list[Any]) -> Iterator[list[Any]]:
    """The values in parts small enough for one statement."""
    for at in range(0, len(values), _CHUNK):
        yield values[at : at + _CHUNK]
