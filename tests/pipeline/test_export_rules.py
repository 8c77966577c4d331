"""The rules that hold everywhere, in every export: masked names, text that is data, who reviewed it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from tests.pipeline.test_rules import HOSTILE, WORLD

from rashomon import app
from rashomon.model.dossier import Dossier
from rashomon.model.exported import ExportOptions
from rashomon.settings import NamesChoice, Settings

#: Formats that cannot do without an option.
NEEDS_OPTIONS = ("corrections",)
NAMES = [f.name for f in app.formats() if f.name not in NEEDS_OPTIONS]
#: Files whose bytes hide their words.
COMPRESSED = (".parquet", ".docx", ".zip", ".png")


def dossiers(folder: Path, names: NamesChoice = "roles") -> tuple[Dossier, ...]:
    """The small world of the rules with a hostile report, as one story."""
    hostile = {
        "id": "h", "title": HOSTILE, "outlet": HOSTILE[:60], "published": "2025-05-05", "text": HOSTILE,
        "url": "javascript:alert(1)",
    }  # fmt: skip
    source = folder / "reports.jsonl"
    source.write_text("".join(json.dumps(r) + "\n" for r in [*WORLD, hostile]), encoding="utf-8")
    return app.dossiers_of([str(source)], Settings(story="one", names=names))


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> tuple[Dossier, ...]:
    """Its dossier, private persons by role."""
    return dossiers(tmp_path_factory.mktemp("world"))


def files(name: str, made: tuple[Dossier, ...]) -> dict[str, bytes]:
    """The readable files of an export with its loss report."""
    found = app.export_files(app.export_dossiers(name, made, ExportOptions()))
    return {n: b for n, b in found.items() if not n.endswith(COMPRESSED)}


@pytest.mark.parametrize("name", NAMES)
def test_a_private_person_is_in_no_export(world: tuple[Dossier, ...], name: str) -> None:
    """The resident's name stands in no file of any export (rule 10)."""
    for file_name, content in files(name, world).items():
        assert b"Lashari" not in content, file_name


@pytest.mark.parametrize("name", NAMES)
def test_a_reports_text_runs_nowhere(world: tuple[Dossier, ...], name: str) -> None:
    """No cell of a table is a formula, no Markdown has a live tag or link, no address but http is a field (rule 9)."""
    for file_name, content in files(name, world).items():
        text = content.decode("utf-8", "replace")
        if file_name.endswith(".csv"):
            for row in csv.reader(io.StringIO(text, newline="")):
                assert not any(c.startswith(("=", "@", "+", "|")) for c in row), row
        if file_name.endswith(".md"):
            assert "<script" not in text.replace("\\<script", "")
            assert "](javascript" not in text.replace("\\](javascript", "")
        if file_name.endswith((".csv", ".geojson", ".jsonl")):
            assert '"javascript:' not in text
            assert ",javascript:" not in text


@pytest.mark.parametrize("name", NAMES)
def test_every_export_says_that_nobody_reviewed_it(world: tuple[Dossier, ...], name: str) -> None:
    """Each readable table or page with a record in it says "machine-made, not reviewed"."""
    made = app.export_dossiers(name, world, ExportOptions())
    for file_name, content in made.files.items():
        if made.report.written and not file_name.endswith(COMPRESSED):
            assert b"achine-made, not reviewed" in content, file_name


def test_names_are_printed_only_when_asked_for_and_said(tmp_path: Path) -> None:
    """With all names asked for, the tables have the resident's name, and they and the page say how persons appear."""
    made = dossiers(tmp_path, "all")
    tables, page = (b"".join(files(name, made).values()) for name in ("arrow", "markdown"))
    assert b"Lashari" in tables
    assert all(b"Private persons appear by name." in text for text in (tables, page))
