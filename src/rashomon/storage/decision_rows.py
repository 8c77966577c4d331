"""Decisions in the store: written once, never changed."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from rashomon.model.decision import Decision
from rashomon.storage import tables
from rashomon.storage.packing import pack, stamp, unpack


def save_decisions(connection: Connection, decisions: Iterable[Decision]) -> list[Decision]:
    """Keep the decisions that are not there yet; those that were new."""
    known = set(connection.execute(select(tables.decisions.c.id)).scalars())
    new = [d for d in decisions if d.id not in known]
    rows = [
        {
            "id": d.id,
            "kind": d.kind,
            "target": d.targets[0],
            "undoes": d.targets[0] if d.kind == "undo" else None,
            "decided_by": d.by,
            "at": stamp(d.at),
            "body": pack(d),
        }
        for d in {d.id: d for d in new}.values()
    ]
    if rows:
        connection.execute(insert(tables.decisions), rows)
    return new


def all_decisions(connection: Connection) -> list[Decision]:
    """Every decision ever taken, undone ones included, in the order in which they were taken."""
    bodies = connection.execute(select(tables.decisions.c.body).order_by(tables.decisions.c.seq)).scalars()
    return [unpack(body, Decision) for body in bodies]
