"""Marks in the store: how reports that may be linked find each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, func, select

from rashomon.storage import tables
from rashomon.storage.many_rows import insert_numbers

_CHUNK = 500


def save_marks(connection: Connection, found: Mapping[int, Iterable[int]]) -> None:
    """Keep the marks of reports, by their numbers."""
    rows = sorted((mark, seq) for seq, marks in found.items() for mark in marks)
    insert_numbers(connection, tables.marks, rows)


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


def delete_marks(connection: Connection, seq: int, marks: Iterable[int]) -> None:
    """Forget a report's marks (the same that were saved)."""
    wanted = sorted(marks)
    for at in range(0, len(wanted), _CHUNK):
        connection.execute(
            delete(tables.marks).where(tables.marks.c.mark.in_(wanted[at : at + _CHUNK]), tables.marks.c.report == seq)
        )


def sharers(
    connection: Connection, seq: int, marks: Iterable[int], kind_bits: int, needed: Mapping[int, int]
) -> dict[int, set[int]]:
    """The other reports that have as many of the marks as are `needed` of a kind, and the kinds of which they have.

    A mark's kind stands above its lowest `kind_bits`.
    """
    wanted = ",".join(map(str, sorted(marks)))
    enough = " ".join(f"WHEN {kind} THEN {count}" for kind, count in needed.items())
    rows = connection.exec_driver_sql(
        f"SELECT report, mark >> {kind_bits} FROM marks WHERE mark IN ({wanted}) GROUP BY report, mark >> {kind_bits}"
        f" HAVING count(*) >= CASE mark >> {kind_bits} {enough} END"
    )
    found: dict[int, set[int]] = {}
    for other, kind in rows.all():
        found.setdefault(other, set()).add(kind)
    found.pop(seq, None)
    return found
