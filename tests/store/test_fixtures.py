"""Stores and archives that earlier schemas wrote: this program opens every one of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest
from tests.store.worlds import dossiers

from rashomon import app
from rashomon.storage import SCHEMA, create_store, open_store

FOLDER = Path(__file__).resolve().parents[1] / "fixtures"
STORES = sorted(FOLDER.glob("store-*.sqlite"))
ARCHIVES = sorted(FOLDER.glob("archive-*.zip"))


def test_this_schema_has_its_fixtures() -> None:
    """The newest kept store and archive are of this schema, and all of them are small."""
    assert STORES[-1].stem == f"store-{SCHEMA}"
    assert ARCHIVES[-1].stem == f"archive-{SCHEMA}"
    assert sum(p.stat().st_size for p in FOLDER.iterdir()) < 1 << 20


@pytest.mark.parametrize("kept", STORES, ids=lambda p: p.stem)
def test_a_store_of_every_schema_is_migrated(kept: Path, tmp_path: Path) -> None:
    """A store of an earlier schema is sound once opened, can be searched, and keeps its decision and dossiers."""
    path = str(tmp_path / "project.sqlite")
    shutil.copyfile(kept, path)
    with create_store(path) as store:
        assert app.doctor(path, full=True).findings == ()
        found = app.search(path, '"coast guard" -survivors')
        assert {h.outlet for h in found.hits if h.kind == "report"} == {"Strait Herald"}
        assert any(h.kind == "figure" for h in found.hits)
        assert [d.by for d in app.decisions(path)] == ["R. Desk"]
        titles = {r.title for d in dossiers(store) for r in d.reports}
    assert {"Ferry sinks off Zanzibar, 12 dead", "Earthquake kills seven near Quetta"} < titles


@pytest.mark.parametrize(
    ("kind", "kept"),
    [*(("sqlite", kept) for kept in ARCHIVES), *(("postgresql", kept) for kept in (ARCHIVES[0], ARCHIVES[-1]))],
    ids=lambda p: getattr(p, "stem", p),
    indirect=["kind"],
)
def test_an_archive_of_every_schema_is_read(kept: Path, address: str, tmp_path: Path) -> None:
    """An archive gives the project of the store of its schema; the oldest and the newest do so on each database."""
    app.unarchive(str(kept), address)
    assert app.doctor(address, full=True).findings == ()
    assert len(app.removals(address)) == 1
    path = tmp_path / "project.sqlite"
    shutil.copyfile(FOLDER / f"store-{kept.stem.removeprefix('archive-')}.sqlite", path)
    with open_store(address) as read, create_store(str(path)) as store:
        assert msgspec.json.encode(dossiers(read)) == msgspec.json.encode(dossiers(store))
