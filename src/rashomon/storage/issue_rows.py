"""Issues of sources that no report came of, kept once each."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from rashomon.model.issue import Issue
from rashomon.storage import tables
from rashomon.storage.packing import hash_of, pack, unpack


def save_source_issues(connection: Connection, issues: Sequence[Issue], noted_at: str | None = None) -> None:
    """Keep the issues that are not there yet."""
    table = tables.source_issues
    by_key = {hash_of(issue): issue for issue in issues}
    if not by_key:
        return
    known = set(connection.execute(select(table.c.key).where(table.c.key.in_(list(by_key)))).scalars())
    new = [
        {"key": key, "source": issue.report or "", "noted_at": noted_at, "body": pack(issue)}
        for key, issue in by_key.items()
        if key not in known
    ]
    if new:
        connection.execute(insert(table), new)


def every_source_issue(connection: Connection) -> list[tuple[str | None, Issue]]:
    """Every kept issue with when it was noted, in one order."""
    table = tables.source_issues
    rows = connection.execute(select(table.c.noted_at, table.c.body).order_by(table.c.key))
    return [(row.noted_at, unpack(row.body, Issue)) for row in rows]


def source_issues(connection: Connection) -> list[Issue]:
    """Every kept issue, by source and code."""
    bodies = connection.execute(select(tables.source_issues.c.body)).scalars()
    return sorted((unpack(b, Issue) for b in bodies), key=lambda i: (i.report or "", i.code, i.message))
