"""Very many small rows of numbers written at once, in the way that is fast on each database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table
from sqlalchemy.types import Float


def insert_numbers(connection: Connection, table: Table, rows: Sequence[tuple[float, ...]]) -> None:
    """Insert rows whose values are those of the table's columns, all of them numbers."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        holes = ", ".join("?" for _ in table.columns)
        connection.exec_driver_sql(f"INSERT INTO {table.name} VALUES ({holes})", list(rows))
    else:
        kinds = ["float8" if isinstance(c.type, Float) else "bigint" for c in table.columns]
        arrays = ", ".join(f"%s::{kind}[]" for kind in kinds)
        columns = tuple(list(column) for column in zip(*rows, strict=True))
        connection.exec_driver_sql(f"INSERT INTO {table.name} SELECT * FROM unnest({arrays})", columns)


def numbers_of(values: Iterable[int]) -> str:
    """Numbers written out as the list of an SQL `IN`, which costs the least where very many are asked for."""
    return ",".join(map(str, values)) or "NULL"
