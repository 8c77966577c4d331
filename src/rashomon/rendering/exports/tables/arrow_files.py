"""Tables as Parquet and Arrow files, by pyarrow, which is imported only here and only when asked for."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from rashomon.errors import PartError
from rashomon.rendering.exports.tables.shape import Column, Row, Table


def arrow_table(table: Table, rows: Sequence[Row], note: str) -> Any:
    """The rows as a pyarrow table with the table's types; each field's metadata says what it means.

    `note` goes into the schema's metadata: who reviewed the stories, how persons are named.
    Raises PartError where pyarrow is missing.
    """
    pa = _pyarrow()
    fields = [pa.field(c.name, _type(pa, c), metadata={"about": c.about}) for c in table.columns]
    schema = pa.schema(fields, metadata={"table": table.name, "about": table.about, "note": note})
    columns = [[row.get(c.name) for row in rows] for c in table.columns]
    return pa.table([pa.array(v, f.type) for v, f in zip(columns, schema, strict=True)], schema=schema)


def joined_tables(tables: Sequence[Any]) -> Any:
    """The rows of tables with one schema, one behind the other."""
    return _pyarrow().concat_tables(tables)


def parquet_bytes(table: Any) -> bytes:
    """The table as a Parquet file."""
    _pyarrow()
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd", version="2.6")
    return out.getvalue()


def arrow_bytes(table: Any) -> bytes:
    """The table as an Arrow IPC file, uncompressed, so that it can be mapped into memory."""
    pa = _pyarrow()
    out = io.BytesIO()
    with pa.ipc.new_file(out, table.schema) as writer:
        writer.write_table(table)
    return out.getvalue()


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise PartError(
            "Writing Parquet and Arrow needs pyarrow.", "Install it: pip install 'rashomon[tables]'."
        ) from error
    return pyarrow


def _type(pa: Any, column: Column) -> Any:
    return {
        "text": pa.string(),
        "number": pa.float64(),
        "count": pa.int64(),
        "flag": pa.bool_(),
        "day": pa.date32(),
        "texts": pa.list_(pa.string()),
    }[column.kind]
