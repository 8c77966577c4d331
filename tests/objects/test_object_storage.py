"""Reports from object storage and products into it, against a server on loopback that speaks S3."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from tests.objects.bucket import Bucket, serving

from rashomon import app
from rashomon.adapters.object_store import read_objects
from rashomon.cli import main
from rashomon.errors import PartError, SourceError
from rashomon.settings import Fetching, Settings

REPORT = {
    "id": "a", "outlet": "Delta Courier", "published": "2025-05-03", "title": "Floods kill 12",
    "text": "Floods in the Pakistani province of Sindh have killed 12 people, the disaster authority said on Saturday.",
}  # fmt: skip
OBJECTS = Settings(fetching=Fetching(objects=True))


@pytest.fixture(scope="module")
def server() -> Iterator[Bucket]:
    """A bucket that answers."""
    with serving() as bucket:
        yield bucket


@pytest.fixture
def bucket(server: Bucket) -> Bucket:
    """The same with one report, as JSON Lines and as Parquet, and a hidden object beside them."""
    table = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([REPORT]), table)
    server.objects = {
        "in/a.jsonl": json.dumps(REPORT).encode() + b"\n",
        "in/deep/b.parquet": table.getvalue(),
        "in/.tmp/c.jsonl": b"x",
    }
    server.asked = []
    return server


def run(*arguments: str) -> tuple[int, str]:
    """Exit code and all that a command said."""
    result = CliRunner().invoke(main, list(arguments))
    return result.exit_code, result.output


def test_a_prefix_is_read_as_a_folder_is(bucket: Bucket, tmp_path: Path) -> None:
    """A prefix gives the reports, in the order of their keys, that a folder of the same files gives."""
    for key, content in bucket.objects.items():
        (tmp_path / key).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / key).write_bytes(content)
    there, here = (app.read([at], OBJECTS) for at in (bucket.address("in"), str(tmp_path / "in")))
    assert [r.id for r in there.value] == [r.id for r in here.value] != []
    assert [name for name, _ in read_objects(bucket.address("in/"))] == ["a.jsonl", "deep/b.parquet"]


def test_extract_goes_from_object_to_object(bucket: Bucket) -> None:
    """Claims of a Parquet object, written as one, hold the figure with its place and the whole record as JSON."""
    code, said = run("extract", bucket.address("in/deep/b.parquet"), "--out", bucket.address("out/claims.parquet"))
    assert code == 0, said
    rows = pq.read_table(io.BytesIO(bucket.objects["out/claims.parquet"])).to_pylist()
    figure = next(row for row in rows if row["kind"] == "figure" and row["field"] == "text")
    assert (figure["report"], figure["type"], figure["value"], figure["country_code"]) == ("a", "killed", 12.0, "PK")
    assert json.loads(figure["record"])["measure"] == "killed"


def test_a_build_is_written_below_a_prefix(bucket: Bucket, tmp_path: Path) -> None:
    """A build from and into a bucket has the bytes of one from and into folders."""
    (tmp_path / "a.jsonl").write_bytes(bucket.objects["in/a.jsonl"])
    code, said = run("build", bucket.address("in/a.jsonl"), "--story", "one", "--out", bucket.address("out/d"))
    assert code == 0, said
    built = app.build([str(tmp_path)], Settings(story="one")).files
    assert {k.removeprefix("out/d/") for k in bucket.objects if k.startswith("out/d/")} == set(built)
    assert bucket.objects["out/d/brief.md"] == built["brief.md"]


def test_what_is_not_there_is_an_error_without_the_keys(bucket: Bucket) -> None:
    """A missing object, a refused write and a misspelt address end in words that hold no key of access."""
    for arguments, code in (
        (("extract", bucket.address("in/none.jsonl")), 3),
        (("build", bucket.address("none"), "--out", "out"), 3),
        (("extract", bucket.address("in/a.jsonl"), "--out", bucket.address("forbidden/x.jsonl")), 2),
        (("extract", "s3://access:secret@?scheme=http"), 3),
    ):
        found, said = run(*arguments)
        assert (found, "secret" in said) == (code, False), said


def test_nobody_but_the_user_may_ask_for_objects(bucket: Bucket, tmp_path: Path) -> None:
    """Sources that are added without the right to objects, as the workspace does, ask the store for nothing."""
    with pytest.raises(SourceError):
        app.add(str(tmp_path / "p.sqlite"), [bucket.address("in")], Settings())
    assert bucket.asked == []


def test_without_pyarrow_the_extra_is_named(bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pyarrow an object's address ends the run with the words that install it."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(PartError) as raised:
        app.read([bucket.address("in")], OBJECTS)
    assert "rashomon[tables]" in raised.value.suggestion
