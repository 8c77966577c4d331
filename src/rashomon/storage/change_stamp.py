"""One short text that differs once anything in a store differs that a reader could see."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from rashomon.storage import tables


def change_stamp(connection: Connection) -> str:
    """A text that changes with every report added or removed, every decision, poll and source."""
    counted = (tables.reports, tables.retrievals, tables.decisions, tables.polls)
    newest = [connection.execute(select(func.max(t.c.seq))).scalar() or 0 for t in counted]
    gone = connection.execute(select(func.count()).select_from(tables.tombstones)).scalar() or 0
    watched = connection.execute(select(func.count()).select_from(tables.sources)).scalar() or 0
    return "-".join(str(n) for n in (*newest, gone, watched))
