"""Very many small rows of numbers written at once, in the way that is fast on each database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.types import Float

#: So many numbers are written into a statement: a database bounds how long one may be.
_WRITTEN = 20_000


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


def rows_among(connection: Connection, asked: str, numbers: Iterable[int]) -> Iterator[Any]:
    """The rows of a statement that ends in `IN`, for each of these numbers.

    They are written out, which costs the least where very many are asked for.
    """
    every = list(numbers)
    for at in range(0, len(every), _WRITTEN):
        some = ",".join(map(str, every[at : at + _WRITTEN]))
        yield from connection.exec_driver_sql(f"{asked} ({some})").all()
