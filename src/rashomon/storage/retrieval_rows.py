"""When which version of a page was seen: what came, when, and under which hash."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from rashomon.storage import tables
from rashomon.storage.packing import instant, stamp

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Sighting:
    """A report's bytes stood at a source at this instant."""

    report: str
    at: dt.datetime
    raw_sha256: str | None


def note_sighting(connection: Connection, report: str, source: str, at: dt.datetime, sha256: str | None) -> None:
    """Say that a version was seen at an instant: the last time before an edit, or again after one."""
    connection.execute(
        insert(tables.retrievals).values(report=report, source=source, retrieved_at=stamp(at), raw_sha256=sha256)
    )


def sightings(connection: Connection, reports: Iterable[str]) -> list[Sighting]:
    """When these reports were seen, in time order."""
    wanted = list(reports)
    table = tables.retrievals
    rows = [
        row
        for at in range(0, len(wanted), _CHUNK)
        for row in connection.execute(select(table).where(table.c.report.in_(wanted[at : at + _CHUNK])))
    ]
    found = [(seen, row.seq, row) for row in rows if (seen := instant(row.retrieved_at)) is not None]
    return [Sighting(row.report, seen, row.raw_sha256) for seen, _, row in sorted(found, key=lambda f: f[:2])]
