"""Tombstones: what is left of a report that was erased."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from rashomon.model.record import Record
from rashomon.storage import tables
from rashomon.storage.packing import stamp


class Tombstone(Record, frozen=True, kw_only=True):
    """An erased report's id, why it went, when and by whom; `forced_at` where it was added again against that."""

    report: str
    reason: str
    at: str
    removed_by: str
    forced_at: str | None = None


def tombstones(connection: Connection, ids: Sequence[str] | None = None) -> dict[str, Tombstone]:
    """The tombstones of these ids (of all, without any) that still hold."""
    table = tables.tombstones
    wanted = select(table).where(table.c.forced_at.is_(None)).order_by(table.c.at, table.c.report)
    found = connection.execute(wanted if ids is None else wanted.where(table.c.report.in_(list(ids))))
    return {row.report: Tombstone(**row._mapping) for row in found}


def all_tombstones(connection: Connection) -> list[Tombstone]:
    """Every tombstone, of reports added again by force too, the oldest first."""
    table = tables.tombstones
    return [Tombstone(**row._mapping) for row in connection.execute(select(table).order_by(table.c.at, table.c.report))]


def save_tombstone(connection: Connection, report: str, reason: str, at: dt.datetime, by: str) -> None:
    """Say that a report was erased; a second erasure replaces the first's words."""
    table = tables.tombstones
    connection.execute(delete(table).where(table.c.report == report))
    connection.execute(insert(table).values(report=report, reason=reason, at=stamp(at), removed_by=by))


def lift_tombstone(connection: Connection, report: str, at: dt.datetime | None) -> None:
    """Say that an erased report was added again by force; the tombstone stays readable."""
    table = tables.tombstones
    connection.execute(table.update().where(table.c.report == report).values(forced_at=stamp(at) or table.c.at))
