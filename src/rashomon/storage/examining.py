"""What a check of a store asks of its tables: rows as they lie there, and rows that belong to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    column,
    delete,
    exists,
    func,
    select,
    text,
    union_all,
)
from sqlalchemy.exc import DatabaseError

from rashomon.storage import tables

_CHUNK = 500
#: Tables whose rows name a report by its id, and live and die with it.
_TABLES = (tables.products, tables.claims, tables.retrievals, tables.search_entries)

#: Those that name it by its number.
_NUMBERED = (tables.links, tables.chances, tables.places)


def database_faults(connection: Connection) -> list[str]:
    """What the database itself finds wrong with its file; PostgreSQL checks its pages when it reads them."""
    if connection.dialect.name != "sqlite":
        return []
    try:
        rows = connection.execute(text("PRAGMA integrity_check(20)")).scalars().all()
    except DatabaseError as error:
        return [str(error.orig)]
    return [str(row) for row in rows if row != "ok"]


def report_rows_raw(connection: Connection) -> Iterator[Any]:
    """Every report's row, its record still packed, in the order of `seq`."""
    yield from _in_order(connection, tables.reports.c.seq)


def understood_raw(connection: Connection, report: str) -> Any:
    """The row of what was understood of a report, still packed, or null."""
    product = tables.products
    return connection.execute(
        select(product).where(product.c.report == report, product.c.stage == "understand")
    ).first()


def dossiers_raw(connection: Connection) -> Iterator[Any]:
    """Every kept dossier's row, still packed."""
    table = tables.dossiers
    names = connection.execute(select(table.c.story, table.c.variant).order_by(table.c.story, table.c.variant)).all()
    for story, variant in names:
        yield connection.execute(select(table).where(table.c.story == story, table.c.variant == variant)).one()


def stories_raw(connection: Connection) -> Iterator[Any]:
    """Every story's row, still packed."""
    yield from connection.execute(select(tables.stories).order_by(tables.stories.c.id)).all()


def decisions_raw(connection: Connection) -> Iterator[Any]:
    """Every decision's row, still packed."""
    yield from _in_order(connection, tables.decisions.c.seq)


def addresses(connection: Connection, name: str) -> list[str]:
    """The addresses of the `sources` or `pages`, as their rows are found by."""
    table = {"sources": tables.sources, "pages": tables.pages}[name]
    return list(connection.execute(select(table.c.address).order_by(table.c.address)).scalars())


def mark_counts(connection: Connection) -> dict[int, int]:
    """How many marks each report's number has, whether there is such a report or not."""
    marks = tables.marks
    rows = connection.execute(select(marks.c.report, func.count().label("number")).group_by(marks.c.report))
    return {row.report: row.number for row in rows}


def orphans(connection: Connection) -> list[tuple[str, str]]:
    """Rows that name a report which is not there: the table and the report."""
    found = []
    for table in _TABLES:
        missing = select(table.c.report).where(_without_report(table)).distinct()
        found += [(table.name, report) for report in connection.execute(missing).scalars()]
    seqs = set(connection.execute(select(tables.reports.c.seq)).scalars())
    found += [("marks", str(seq)) for seq in mark_counts(connection) if seq not in seqs]
    for table in _NUMBERED:
        numbers = connection.execute(select(table.c.report).distinct()).scalars()
        found += [(table.name, str(seq)) for seq in numbers if seq not in seqs]
    return found


def delete_orphans(connection: Connection) -> None:
    """Delete the rows that name a report which is not there."""
    for table in _TABLES:
        connection.execute(delete(table).where(_without_report(table)))
    seqs = set(connection.execute(select(tables.reports.c.seq)).scalars())
    for seq in mark_counts(connection).keys() - seqs:
        connection.execute(delete(tables.marks).where(tables.marks.c.report == seq))
    there = select(tables.reports.c.seq)
    for table in _NUMBERED:
        connection.execute(delete(table).where(table.c.report.not_in(there)))
    for table in (tables.links, tables.chances):
        connection.execute(delete(table).where(table.c.other.not_in(there)))


def search_gaps(connection: Connection) -> list[str]:
    """The reports and claims without an entry in the search index, and entries without words, by id."""
    entry = tables.search_entries
    things = union_all(select(tables.reports.c.id), select(tables.claims.c.id)).subquery()
    wanted, entries = select(things.c.id), select(func.coalesce(entry.c.claim, entry.c.report).label("id"))
    gaps = list(connection.execute(wanted.except_(entries)).scalars())
    gaps += list(connection.execute(entries.except_(wanted)).scalars())
    key = "rowid" if connection.dialect.name == "sqlite" else "entry"
    indexed: Any = select(column(key)).select_from(text("search_index"))
    numbers = select(entry.c.seq)
    gaps += [f"entry {seq}" for seq in connection.execute(numbers.except_(indexed)).scalars()]
    gaps += [f"entry {seq}" for seq in connection.execute(indexed.except_(numbers)).scalars()]
    return gaps


def _without_report(table: Table) -> ColumnElement[bool]:
    return ~exists().where(tables.reports.c.id == table.c.report)


def _in_order(connection: Connection, seq: Column[int]) -> Iterator[Any]:
    last = 0
    while True:
        rows = connection.execute(select(_table(seq)).where(seq > last).order_by(seq).limit(_CHUNK)).all()
        if not rows:
            return
        yield from rows
        last = rows[-1].seq


def _table(column: Column[Any]) -> Table:
    table = column.table
    assert isinstance(table, Table)
    return table
