"""Parquet in: a row is what a line of JSON Lines is, and no file of it can harm."""

from __future__ import annotations

import datetime as dt
import io
import json
import random
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from rashomon import app
from rashomon.adapters import parquet_rows
from rashomon.adapters.parquet_rows import rows_as_lines, rows_of
from rashomon.errors import PartError
from rashomon.settings import Settings

ROWS: list[dict[str, Any]] = [
    {"id": "a", "outlet": "Delta Courier", "published": "2025-05-03", "text": "Floods killed 12 people in Sindh."},
    {"id": "b", "outlet": None, "published": None, "text": "Nobody was hurt."},
    {"id": "c", "outlet": "Indus Mail", "published": "2025-05-05", "text": "  "},
    {"id": "a", "outlet": "Indus Mail", "published": "2025-05-05", "text": "The toll rose to 19."},
]


def packed(table: pa.Table, **choices: Any) -> bytes:
    """The table as a Parquet file."""
    out = io.BytesIO()
    pq.write_table(table, out, **choices)
    return out.getvalue()


def rows(table: pa.Table) -> list[dict[str, Any]]:
    """What is read of the table as a file."""
    return list(rows_of(pa, packed(table)))


def test_a_row_is_read_as_a_line_is(tmp_path: Path) -> None:
    """The same rows as JSON Lines and as Parquet give `extract` and `group` the same lines."""
    lines, rows = tmp_path / "x.jsonl", tmp_path / "x.parquet"
    lines.write_bytes(b"".join(json.dumps(row).encode() + b"\n" for row in ROWS))
    rows.write_bytes(packed(pa.Table.from_pylist(ROWS), row_group_size=2))
    of_lines, of_rows = ([json.loads(o) for o in app.extract(str(path), Settings())] for path in (lines, rows))
    for line in (*of_lines, *of_rows):
        line["issues"] = [i["code"] for i in line["issues"]]
    assert of_rows == of_lines
    assert [line["id"] for line in of_rows] == ["a", "b", "c", "a"]
    assert of_rows[2]["issues"] == ["text_missing"]
    assert list(app.group(str(rows))) == list(app.group(str(lines)))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (pa.timestamp("ns", "UTC"), dt.datetime(2025, 5, 3, 9, 30, tzinfo=dt.UTC)),
        (pa.timestamp("ms"), dt.datetime(2025, 5, 3, 9, 30)),
        (pa.date32(), dt.date(2025, 5, 3)),
    ],
)
def test_a_publication_time_may_be_a_time(kind: pa.DataType, value: dt.date) -> None:
    """A column of times gives their text by ISO 8601."""
    (row,) = rows(pa.table({"text": ["x"], "published": pa.array([value], kind)}))
    assert row["published"] == value.isoformat()


def test_words_may_be_kept_as_a_dictionary_or_as_bytes() -> None:
    """Dictionary, large and binary columns of text are text; other columns than a report's are not looked at."""
    words = pa.array(["Nobody was hurt."])
    for column in (words.dictionary_encode(), words.cast(pa.large_string()), words.cast(pa.binary())):
        assert rows(pa.table({"text": column, "id": [7], "more": [[1, 2]]})) == [{"text": "Nobody was hurt.", "id": 7}]


def test_text_that_is_no_utf8_is_mended() -> None:
    """Bytes that are no UTF-8 in a column of strings become U+FFFD."""
    bad = pa.array([b"Floods killed 12 \xff people."]).view(pa.string())
    assert rows(pa.table({"text": bad})) == [{"text": "Floods killed 12 \ufffd people."}]


def test_a_bomb_does_not_go_off() -> None:
    """Twenty gigabytes of one repeated text, and three million empty rows, stop at the limit."""
    long = pa.DictionaryArray.from_arrays(pa.array([0] * 20_000, pa.int32()), pa.array(["x" * 1_000_000]))
    empty = pa.DictionaryArray.from_arrays(pa.array([None] * 3_000_000, pa.int8()), pa.array(["x"]))
    for column in (long, empty):
        with pytest.raises(OverflowError):
            rows(pa.table({"text": column}))


@pytest.mark.parametrize(("code", "said"), [(10, "unpacked_too_large"), (11, "text_missing"), (-6, "archive_damaged")])
def test_how_the_process_ended_is_told(monkeypatch: pytest.MonkeyPatch, code: int, said: str) -> None:
    """A bomb, a missing column and a process that died each leave their issue; the whole rows before damage stand."""
    done = subprocess.CompletedProcess([], code, b'{"text": "one"}\n{"te', b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    found = rows_as_lines("x.parquet", b"")
    assert [i.code for i in found.issues] == [said]
    assert found.value == (b"" if code == 10 else b'{"text": "one"}\n')


def test_damage_ends_in_issues() -> None:
    """Files with bytes changed or cut out give rows or issues, also where pyarrow ends the process that reads them."""
    whole = packed(pa.Table.from_pylist(ROWS))
    chance = random.Random(7)
    for changed in range(3):
        content = bytearray(whole)
        for _ in range(changed):
            content[chance.randrange(4, len(content) - 5)] = chance.randrange(256)
        cut = len(content) // 2 if changed == 0 else len(content) - 4
        found = rows_as_lines("x", bytes(content[:cut] + content[-4:]))
        assert found.value.count(b"\n") == len(ROWS) or found.issues


def test_parquet_is_read_only_where_it_was_given_itself(tmp_path: Path) -> None:
    """Inside an archive it is an issue: what others send is not unfolded."""
    packing = io.BytesIO()
    with zipfile.ZipFile(packing, "w") as archive:
        archive.writestr("inner.parquet", packed(pa.Table.from_pylist(ROWS)))
        archive.writestr("a.txt", ROWS[0]["text"])
    (tmp_path / "outer.zip").write_bytes(packing.getvalue())
    found = app.read([str(tmp_path)], Settings())
    assert len(found.value) == 1
    assert "no_reader_for_format" in [i.code for i in found.issues]


def test_without_pyarrow_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pyarrow a Parquet file is an issue among sources, and an error of `extract`, that name the extra."""
    content = packed(pa.Table.from_pylist(ROWS))
    done = subprocess.CompletedProcess([], 12, b"", b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(ROWS[0]["text"], "utf-8")
    (tmp_path / "in" / "b.parquet").write_bytes(content)
    found = app.read([str(tmp_path / "in")], Settings())
    assert len(found.value) == 1
    assert any("rashomon[tables]" in i.suggestion for i in found.issues if i.code == "no_reader_for_format")
    with pytest.raises(PartError, match="needs pyarrow"):
        list(app.extract(str(tmp_path / "in" / "b.parquet"), Settings()))


def test_the_process_says_that_pyarrow_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that unfolds ends with the code for it where pyarrow cannot be imported."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert parquet_rows.main() == 12
