"""Marks in the store: how reports that may be linked find each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, delete, func, select

from rashomon.storage import tables
from rashomon.storage.fact_rows import MARKS_STATE, find_fact, save_fact
from rashomon.storage.many_rows import insert_numbers
from rashomon.storage.packing import hash_of

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
    change_state(connection, seq)


def delete_marks(connection: Connection, seq: int, marks: Iterable[int]) -> None:
    """Forget a report's marks (the same that were saved)."""
    wanted = sorted(marks)
    for at in range(0, len(wanted), _CHUNK):
        connection.execute(
            delete(tables.marks).where(tables.marks.c.mark.in_(wanted[at : at + _CHUNK]), tables.marks.c.report == seq)
        )
    change_state(connection, seq)


def holders(connection: Connection, marks: Collection[int]) -> Iterator[Sequence[int]]:
    """Each of these marks with each report that has it."""
    # Asked for each report that comes: the numbers are written out, which costs the least.
    wanted = sorted(marks)
    for at in range(0, len(wanted), _CHUNK):
        some = ",".join(map(str, wanted[at : at + _CHUNK]))
        rows = connection.exec_driver_sql(f"SELECT mark, report FROM marks WHERE mark IN ({some})")
        yield from rows.all()


def delete_all_marks(connection: Connection) -> None:
    """Forget the marks of all reports."""
    connection.execute(delete(tables.marks))
    change_state(connection, None)


def marks_state(connection: Connection) -> str | None:
    """What changes whenever marks do: a process that finds it as it left it may trust what it read before."""
    return find_fact(connection, MARKS_STATE)


def change_state(connection: Connection, change: object) -> str:
    """Keep that the marks changed, and the state after it: one and the same change gives one state."""
    state = hash_of([marks_state(connection), change])
    save_fact(connection, MARKS_STATE, state)
    return state
