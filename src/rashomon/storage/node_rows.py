"""What grouping asks of reports that are linked already, read without their texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from rashomon.storage import tables
from rashomon.storage.many_rows import rows_among
from rashomon.storage.packing import instant
from rashomon.storage.report_rows import chunks

#: Sorts by publication, undated last, then by id.
Key = tuple[bool, str, str]


@dataclass(frozen=True, slots=True)
class Node:
    """What grouping asks of a report that is linked already; `key` sorts by publication, undated last, then by id."""

    seq: int
    id: str
    lineage: str
    component: int
    key: Key
    counts_from: dt.datetime | None
    content_hash: str


def find_nodes(connection: Connection, seqs: Iterable[int]) -> dict[int, Node]:
    """What grouping asks of the reports of these sequence numbers."""
    return _nodes(connection, tables.reports.c.seq, seqs)


def lineage_nodes(connection: Connection, lineages: Iterable[str]) -> dict[int, Node]:
    """What grouping asks of every version of these pages."""
    return _nodes(connection, tables.reports.c.lineage, lineages)


def named_nodes(connection: Connection, ids: Iterable[str]) -> dict[int, Node]:
    """What grouping asks of the reports of these ids."""
    return _nodes(connection, tables.reports.c.id, ids)


def hashes_at(connection: Connection, seqs: Iterable[int]) -> dict[int, str]:
    """The content hash of the reports of these sequence numbers."""
    # Asked for each report that comes.
    return {
        row[0]: row[1] for row in rows_among(connection, "SELECT seq, content_hash FROM reports WHERE seq IN", seqs)
    }


def keys_at(connection: Connection, seqs: Iterable[int]) -> dict[int, Key]:
    """The keys of the reports of these sequence numbers: their order by publication."""
    rows = rows_among(connection, "SELECT seq, published, id FROM reports WHERE seq IN", seqs)
    return {row[0]: (row[1] is None, row[1] or "", row[2]) for row in rows}


def key_of(connection: Connection, name: str) -> Key:
    """The key of the report of an id that is there."""
    table = tables.reports.c
    published = connection.execute(select(table.published).where(table.id == name)).scalar_one()
    return (published is None, published or "", name)


def _nodes(connection: Connection, column: Any, values: Iterable[Any]) -> dict[int, Node]:
    table = tables.reports.c
    wanted = select(
        table.seq, table.id, table.lineage, table.component, table.published, table.counts_from, table.content_hash
    )
    return {
        row.seq: Node(
            row.seq,
            row.id,
            row.lineage,
            row.component,
            (row.published is None, row.published or "", row.id),
            instant(row.counts_from),
            row.content_hash,
        )
        for some in chunks(list(values))
        for row in connection.execute(wanted.where(column.in_(some))).all()
    }
