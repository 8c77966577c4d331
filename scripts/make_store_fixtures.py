"""Make the kept store file and archive of this schema that every later schema must open.

usage: python scripts/make_store_fixtures.py     writes tests/fixtures/store-NNNN.sqlite and archive-NNNN.zip

Run it once when the schema changes; the files of older schemas stay as they are.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from rashomon.app.parts import shipped_parts
from rashomon.model.claim import Figure
from rashomon.model.source import RawSource
from rashomon.project import add_reports, kept_story_dossier, make_decision, remove_report, take_decision
from rashomon.project.archive import write_project
from rashomon.reading import read_reports
from rashomon.run import Run
from rashomon.storage import SCHEMA, create_store, open_store
from rashomon.storage.report_rows import every_report
from rashomon.storage.story_rows import list_stories

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "fixtures"
NOON = dt.datetime(2025, 3, 8, 12, tzinfo=dt.UTC)


def make(path: str) -> None:
    """A project of the fixture's reports at a path, with kept dossiers, a decision and a removal."""
    run, parts = Run(lambda: 0.0), shipped_parts()
    source = RawSource(name="reports.jsonl", content=(FOLDER / "reports.jsonl").read_bytes(), learned_at=NOON)
    with create_store(path) as store:
        add_reports(store, read_reports([source], parts.library), parts, run)
        with store.reading() as connection:
            listed = list_stories(connection)
        dossiers = [kept_story_dossier(store, s, parts, run) for s in listed]
        figures = [c for d in dossiers for c in d.claims if isinstance(c, Figure) and c.value == 15]
        decision = make_decision("accept", [figures[0].id], by="R. Desk", at=NOON, why="Two sources agree.")
        take_decision(store, decision, parts.library)
        with store.reading() as connection:
            copy = next(s.report.id for s in every_report(connection) if "ferry-copy" in s.report.given_ids)
        remove_report(store, copy, reason="Asked by the outlet.", by="R. Desk", at=NOON, library=parts.library)


def main() -> None:
    """Write the files of this program's schema."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.sqlite"
        make(str(path))
        archive = FOLDER / f"archive-{SCHEMA}.zip"
        archive.unlink(missing_ok=True)
        with open_store(str(path)) as store:
            write_project(store, str(archive))
        _shrink(path)
        (FOLDER / f"store-{SCHEMA}.sqlite").write_bytes(path.read_bytes())


def _shrink(path: Path) -> None:
    """Small pages: most tables of the fixture hold a few rows."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in ("PRAGMA journal_mode = DELETE", "PRAGMA page_size = 1024", "VACUUM"):
            connection.execute(statement)


if __name__ == "__main__":
    main()
