"""Parquet files damaged anywhere, read as a source of them is: in a process of its own."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import random
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.reading.test_any_bytes import survive

from benchmarks.fuzz_bytes import Try, damaged
from rashomon.adapters import parquet_rows

#: The exit codes by which the process says what it met; any other one is a defect of its own, as this one says.
_FORESEEN, _DEFECT = frozenset({0, 1, 10, 11}), 99
_FRESH = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
_AT = dt.datetime(2025, 5, 3, 6, 30, tzinfo=dt.UTC)
_ROWS: list[dict[str, Any]] = [
    {"id": n, "outlet": "Delta Courier" if n % 3 else None, "published": _AT + dt.timedelta(hours=n),
     "text": f"Floods killed {n + 2} people in Sindh on Friday, the ministry said.", "beside": [n, {"a": str(n)}]}
    for n in range(40)
]  # fmt: skip


@contextmanager
def parquet() -> Iterator[Try]:
    """Reading Parquet files damaged anywhere: whole lines of JSON come of it, or a refusal, and never a defect."""
    files = _files()
    with tempfile.TemporaryDirectory() as folder:

        def attempt(chance: random.Random) -> str | None:
            code, lines, said = _unfolded(Path(folder), damaged(chance.choice(files), chance))
            if code not in _FORESEEN and code >= 0:
                return said or f"exit code {code}"
            for line in lines:
                json.loads(line)
            survive(b"".join(lines), "fuzzed.jsonl")
            return None

        yield attempt


def _unfolded(folder: Path, content: bytes) -> tuple[int, list[bytes], str]:
    """What the process that unfolds rows comes to: its exit code (below 0 by a signal), whole lines, and its words.

    It is forked, with pyarrow loaded, where the program starts one: a hundred times as many files in a minute.
    """
    given, rows, words = (folder / name for name in ("given", "rows", "words"))
    given.write_bytes(content)
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        code = _DEFECT
        try:
            for number, (path, flags) in enumerate(((given, os.O_RDONLY), (rows, _FRESH), (words, _FRESH))):
                os.dup2(os.open(path, flags, 0o600), number)
            sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115 - until the end
            code = parquet_rows.main()
        except BaseException:  # noqa: BLE001 - told to the parent
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)
    _, status = os.waitpid(child, 0)
    whole = [line for line in rows.read_bytes().splitlines(keepends=True) if line.endswith(b"\n")]
    return os.waitstatus_to_exitcode(status), whole, words.read_text("utf-8", "replace")


def _files() -> list[bytes]:
    """The same rows, packed in the ways that files are."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [{**row, "beside": json.dumps(row["beside"])} for row in _ROWS]
    nested = pa.table({"text": [r["text"] for r in _ROWS], "title": [[n, n] for n in range(len(_ROWS))]})
    found = []
    for table, choices in (
        (pa.Table.from_pylist(rows), {"compression": "snappy", "row_group_size": 16}),
        (pa.Table.from_pylist(rows), {"compression": "zstd", "use_dictionary": False, "data_page_version": "2.0"}),
        (pa.Table.from_pylist(rows), {"compression": "none", "write_page_index": True, "store_schema": False}),
        (nested, {"compression": "gzip"}),
    ):
        out = io.BytesIO()
        pq.write_table(table, out, **choices)
        found.append(out.getvalue())
    return found
