"""Rows of a Parquet file as JSON Lines: what reads a line of these reads a row.

Unfolded in a process of its own, with bounds: pyarrow ends its whole process on some damaged files.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from rashomon.errors import PartError
from rashomon.model.issue import Issue
from rashomon.model.outcome import Outcome

_MARK = b"PAR1"
#: What a report may be given by: the columns that are looked at.
_COLUMNS = ("text", "id", "title", "url", "outlet", "published", "lang")
#: Rows that are taken at a time.
_AT_ONCE = 64
#: What a row counts at least, in bytes: rows without a word cost next to nothing in the file, and an issue each here.
_LEAST = 256
#: The process's bounds: memory in bytes, seconds.
_MEMORY, _SECONDS = 6_000_000_000, 900
#: How the process says what it met: any other code than these and 0 means damage.
_TOO_LARGE, _NO_TEXT, _NO_PYARROW = 10, 11, 12


def is_parquet(content: bytes) -> bool:
    """Whether the bytes begin and end as those of a Parquet file do."""
    return content.startswith(_MARK) and len(content) > 2 * len(_MARK) and content.endswith(_MARK)


def rows_as_lines(name: str, content: bytes) -> Outcome[bytes]:
    """A line of JSON for each row; issues `archive_damaged` (with the rows before the damage), `unpacked_too_large` and
    `text_missing`.

    Raises PartError where pyarrow is missing.
    """
    from rashomon.reading.codes import issue
    from rashomon.reading.unpacking import trouble_of

    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__], input=content, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return Outcome(b"", (trouble_of("unpacked_too_large", name),))
    whole = done.stdout[: done.stdout.rfind(b"\n") + 1]
    found: tuple[Issue, ...] = ()
    if done.returncode == _NO_PYARROW:
        raise PartError(f"{name} is Parquet, which needs pyarrow.", "Install it: pip install 'rashomon[tables]'.")
    if done.returncode == _NO_TEXT:
        message = f"{name} has no column `text`."
        found = (issue("text_missing", "loss", name, message, "Name the column of the reports' words `text`."),)
    elif done.returncode == _TOO_LARGE:
        return Outcome(b"", (trouble_of("unpacked_too_large", name),))
    elif done.returncode:
        found = (trouble_of("archive_damaged", name),)
    return Outcome(whole, found)


def main() -> int:
    """The process: a Parquet file on standard input, its rows on standard output; the exit code says what was met."""
    try:
        import pyarrow
    except ImportError:
        return _NO_PYARROW
    _bound_memory()
    content = sys.stdin.buffer.read()
    try:
        for row in rows_of(pyarrow, content):
            sys.stdout.buffer.write(json.dumps(row, ensure_ascii=False, default=str).encode("utf-8", "replace") + b"\n")
        sys.stdout.buffer.flush()
    except OverflowError:
        return _TOO_LARGE
    except KeyError:
        return _NO_TEXT
    except (pyarrow.ArrowException, OSError, ValueError, MemoryError):
        return 1
    return 0


def rows_of(pa: Any, content: bytes) -> Iterator[dict[str, Any]]:
    """The rows' cells by column. Raises KeyError without a column `text`, OverflowError past the limits, and whatever
    pyarrow makes of damage.
    """
    # Only here: the process that asks need not know them.
    import pyarrow.parquet as pq

    from rashomon.reading.unpacking import MAX_RATIO, MAX_UNPACKED, SMALL

    limit, size = min(max(SMALL, MAX_RATIO * len(content)), MAX_UNPACKED), 0
    schema = pq.read_schema(io.BytesIO(content))
    columns = [name for name in _COLUMNS if name in schema.names]
    if "text" not in columns:
        raise KeyError("text")
    # Text stays words of a dictionary until its size is known: a million times one text is next to nothing there.
    texts = [name for name in columns if _is_text(pa, schema.field(name).type)]
    file = pq.ParquetFile(io.BytesIO(content), read_dictionary=texts)
    if _unfolded(file, columns) > limit:
        raise OverflowError
    for batch in file.iter_batches(_AT_ONCE, columns=columns, use_threads=False):
        size += _LEAST * batch.num_rows + sum(_size(pa, column) for column in batch.columns)
        if size > limit:
            raise OverflowError
        cells = {name: _cells(pa, batch.column(name)) for name in columns}
        yield from ({name: values[at] for name, values in cells.items()} for at in range(batch.num_rows))


def _bound_memory() -> None:
    """A page that lies about its size ends this process, not the machine."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _unfolded(file: Any, columns: list[str]) -> int:
    """The bytes of these columns before packing, as the file itself says."""
    groups = [file.metadata.row_group(n) for n in range(file.metadata.num_row_groups)]
    parts = (group.column(n) for group in groups for n in range(group.num_columns))
    return sum(p.total_uncompressed_size for p in parts if p.path_in_schema.partition(".")[0] in columns)


def _is_text(pa: Any, kind: Any) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _size(pa: Any, column: Any) -> int:
    """The bytes of a column's values, each counted as often as it stands there."""
    if not pa.types.is_dictionary(column.type):
        return int(column.nbytes)
    import pyarrow.compute as pc

    return int(pc.sum(pc.take(pc.binary_length(column.dictionary), column.indices)).as_py() or 0)


def _cells(pa: Any, column: Any) -> list[Any]:
    """A column's values: text, or whatever else stands there; times as text by ISO 8601."""
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if _is_text(pa, column.type):
        # Nobody has checked that they are UTF-8.
        column = column.cast(pa.large_binary())
    elif pa.types.is_timestamp(column.type):
        column = column.cast(pa.timestamp("us", column.type.tz), safe=False)
    return [_cell(value) for value in column.to_pylist()]


def _cell(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value.isoformat() if isinstance(value, dt.date) else value


if __name__ == "__main__":
    sys.exit(main())
