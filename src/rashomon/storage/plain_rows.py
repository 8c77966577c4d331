"""Rows of the plain tables as dictionaries for an archive, and back; numbers of rows are given anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from rashomon.storage import tables
from rashomon.storage.fact_rows import CHANGES, MARKS_STATE, RENEWED

#: The tables whose every column is text, a number or a truth value, in the order in which they are read back.
PLAIN: Mapping[str, Table] = {
    table.name: table
    for table in (
        tables.facts,
        tables.retrievals,
        tables.tombstones,
        tables.sources,
        tables.pages,
        tables.polls,
    )
}


def plain_rows(connection: Connection, name: str) -> Iterator[dict[str, Any]]:
    """Every row of a plain table, in the order of its key, without the number that the store gave it."""
    table = PLAIN[name]
    rows = select(table).order_by(*table.primary_key.columns)
    if table is tables.facts:
        rows = rows.where(table.c.name.not_in((MARKS_STATE, CHANGES, RENEWED)))
    for row in connection.execute(rows):
        yield {key: value for key, value in row._mapping.items() if key != "seq"}


def save_plain_row(connection: Connection, name: str, row: Mapping[str, Any]) -> None:
    """Keep one row; raises ValueError where it is not of this table's shape."""
    table = PLAIN[name]
    columns = {c.name: c for c in table.columns if c.name != "seq"}
    for key, value in row.items():
        if key not in columns:
            raise ValueError(f"there is no {key} in {name}")
        if value is not None and type(value) is not columns[key].type.python_type:
            raise ValueError(f"{key} is no {columns[key].type.python_type.__name__}")
        if isinstance(value, str) and "\x00" in value:
            raise ValueError(f"{key} holds a NUL")
    for key, column in columns.items():
        if not column.nullable and row.get(key) is None:
            raise ValueError(f"{key} is missing")
    connection.execute(insert(table).values(**row))


def is_empty(connection: Connection) -> bool:
    """True where nobody has put anything into the store yet."""
    kept = (tables.reports, tables.decisions, *PLAIN.values())
    return not any(connection.execute(select(func.count()).select_from(table)).scalar_one() for table in kept)
