"""The Parquet and Arrow exports: typed columns, the same values back, the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import sys
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.rendering.fixtures import rich_dossier, tiny_dossier

from rashomon.errors import PartError
from rashomon.model.claim import Figure
from rashomon.model.exported import Exported, Material
from rashomon.rendering.exports.tables import TABLES, rows_of, write_arrow, write_parquet

MATERIAL = Material(dossiers=(rich_dossier(), tiny_dossier()))
TYPES = {
    "text": pa.string(),
    "number": pa.float64(),
    "count": pa.int64(),
    "flag": pa.bool_(),
    "day": pa.date32(),
    "texts": pa.list_(pa.string()),
}


def read(exported: Exported, table: str) -> pa.Table:
    """A table of an export, as pyarrow reads it."""
    (name,) = (n for n in exported.files if n.startswith(f"{table}."))
    source = io.BytesIO(exported.files[name])
    return pq.read_table(source) if name.endswith(".parquet") else pa.ipc.open_file(source).read_all()


@pytest.mark.parametrize("write", [write_parquet, write_arrow])
def test_every_value_comes_back(write: Any) -> None:
    """Each table read back holds the very rows that were written, with the types of the documented columns."""
    exported = write(MATERIAL)
    assert len(exported.files) == len(TABLES)
    for table in TABLES:
        found = read(exported, table.name)
        assert found.to_pylist() == rows_of(table, MATERIAL), table.name
        assert {f.name: f.type for f in found.schema} == {c.name: TYPES[c.kind] for c in table.columns}


def test_figures_are_the_records_own() -> None:
    """A figure's number, bounds, as-of and caveats in the table are those of its claim."""
    rows = {r["id"]: r for r in read(write_parquet(MATERIAL), "figures").to_pylist()}
    figures = [c for d in MATERIAL.dossiers for c in d.claims if isinstance(c, Figure)]
    assert set(rows) == {f.id for f in figures}
    for figure in figures:
        row = rows[figure.id]
        assert (row["value"], row["low"], row["high"]) == (figure.value, figure.low, figure.high)
        assert row["as_of_end"] == (figure.as_of.end if figure.as_of else None)
        assert row["caveats"] == [c.kind for c in figure.caveats]
    assert rows["f-23"]["as_of_end"] == dt.date(2027, 3, 4)
    assert rows["f-11a"]["superseded_by"] == "f-19"


def test_ids_join_the_tables() -> None:
    """Every claim that an event, assessment, relation or series names is a row of claims, every report one of reports."""
    exported = write_parquet(MATERIAL)
    tables = {t.name: read(exported, t.name).to_pylist() for t in TABLES}
    claims, reports = {r["id"] for r in tables["claims"]}, {r["id"] for r in tables["reports"]}
    named = {c for t in ("events", "assessments", "series") for r in tables[t] for c in r["claims"]}
    named |= {r[c] for r in tables["relations"] for c in ("from_claim", "to_claim")}
    assert named <= claims
    assert {r["report"] for r in tables["claims"]} <= reports
    assert {r["assessment"] for r in tables["figures"]} - {None} <= {r["id"] for r in tables["assessments"]}


@pytest.mark.parametrize("write", [write_parquet, write_arrow])
def test_the_bytes_are_the_same_again(write: Any) -> None:
    """The same dossiers give the same bytes."""
    assert write(MATERIAL).files == write(MATERIAL).files


def test_private_persons_and_facilities_are_protected() -> None:
    """The private speaker appears by role, civilians as such, the hospital at its town, and a loss says so."""
    exported = write_parquet(MATERIAL)
    claims = {r["id"]: r for r in read(exported, "claims").to_pylist()}
    assert claims["s-driver"]["speaker"] == "an ambulance driver"
    shelling = next(r for r in read(exported, "events").to_pylist() if r["id"] == "ev-shelling")
    assert (shelling["place"], shelling["lat"], shelling["place_kind"]) == ("Kassala", 15.451, None)
    assert (shelling["actors"], shelling["recipients"]) == ([], ["civilian"])
    assert any(x.record == "ev-shelling" for x in exported.report.losses)


def test_each_file_says_who_reviewed_it() -> None:
    """The schema's metadata holds what the table is, each field's meaning, and the review note of every story."""
    schema = read(write_arrow(MATERIAL), "events").schema
    assert schema.metadata[b"note"].count(b"machine-made, not reviewed") == 2
    assert schema.field("accused").metadata[b"about"]


def test_text_that_cannot_be_encoded_is_written() -> None:
    """A lone surrogate and a control character in a title come out as replacement characters."""
    dossier = tiny_dossier()
    report = msgspec.structs.replace(dossier.reports[0], title="Bus \ud800 over\x00turns", lineage="\udfff")
    exported = write_parquet(Material(dossiers=(msgspec.structs.replace(dossier, reports=(report,)),)))
    assert read(exported, "reports").to_pylist()[0]["title"] == "Bus � over�turns"


def test_without_pyarrow_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing pyarrow is a PartError that names the extra."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for write in (write_parquet, write_arrow):
        with pytest.raises(PartError) as caught:
            write(MATERIAL)
        assert "rashomon[tables]" in caught.value.suggestion


def test_an_empty_record_gives_empty_tables() -> None:
    """A dossier without figures has a figures table with its columns and no row."""
    found = read(write_parquet(Material(dossiers=(tiny_dossier(),))), "figures")
    assert found.num_rows == 0
    assert "as_of_end" in found.schema.names
