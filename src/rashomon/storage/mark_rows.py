"""Marks in the store: how reports that may be linked find each other."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, insert, select

from rashomon.storage import tables

_CHUNK = 500


def save_marks(connection: Connection, seq: int, marks: Iterable[int]) -> None:
    """Keep a report's marks."""
    rows = [{"mark": mark, "report": seq} for mark in sorted(marks)]
    if rows:
        connection.execute(insert(tables.marks), rows)


def count_marks(connection: Connection, seq: int, marks: Iterable[int]) -> int:
    """How many of these marks a report has."""
    wanted = sorted(marks)
    count = 0
    for at in range(0, len(wanted), _CHUNK):
        some = wanted[at : at + _CHUNK]
        asked = select(func.count()).where(tables.marks.c.mark.in_(some), tables.marks.c.report == seq)
        count += int(connection.execute(asked).scalar_one())
    return count


def delete_every_mark(connection: Connection, seq: int) -> None:
    """Forget all marks of a report, those of an older program too. This looks at every mark: it is for rare use."""
    connection.execute(delete(tables.marks).where(tables.marks.c.report == seq))


def delete_all_marks(connection: Connection) -> None:
    """Forget the marks of all reports."""
    connection.execute(delete(tables.marks))


def delete_marks(connection: Connection, seq: int, marks: Iterable[int]) -> None:
    """Forget a report's marks (the same that were saved)."""
    wanted = sorted(marks)
    for at in range(0, len(wanted), _CHUNK):
        connection.execute(
            delete(tables.marks).where(tables.marks.c.mark.in_(wanted[at : at + _CHUNK]), tables.marks.c.report == seq)
        )


def sharers(connection: Connection, seq: int, marks: Iterable[int], least: int) -> list[int]:
    """The reports that share at least `least` of the marks with this one, those that share most first."""
    wanted = sorted(marks)
    counts: dict[int, int] = {}
    for at in range(0, len(wanted), _CHUNK):
        rows = connection.execute(
            select(tables.marks.c.report, func.count())
            .where(tables.marks.c.mark.in_(wanted[at : at + _CHUNK]), tables.marks.c.report != seq)
            .group_by(tables.marks.c.report)
        )
        for other, count in rows:
            counts[other] = counts.get(other, 0) + count
    return sorted((other for other, count in counts.items() if count >= least), key=lambda o: (-counts[o], o))
