"""`rashomon compare`: the page, the files, JSON, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon.cli import main

TABLE = """event_id_cnty,event_date,time_precision,event_type,country,iso,location,latitude,longitude,geo_precision,fatalities
NIG1,04 March 2025,1,Violence against civilians,Nigeria,566,Maiduguri,11.8464,13.1603,1,7
NIG2,soon,1,Violence against civilians,Nigeria,566,Maiduguri,11.8464,13.1603,1,7
"""


def run(*arguments: str, **more: str) -> Result:
    """The result of a command."""
    return CliRunner().invoke(main, list(arguments), **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a table and the dossier of one report of an attack."""
    path = tmp_path_factory.mktemp("compare")
    text = "Gunmen attacked a market in Maiduguri on Tuesday, killing nine traders, the police said."
    (path / "reports.jsonl").write_text(json.dumps({"id": "a", "text": text, "published": "2025-03-05"}), "utf-8")
    (path / "acled.csv").write_text(TABLE, "utf-8")
    run("build", str(path / "reports.jsonl"), "--out", str(path / "built"))
    return path


def test_the_page_says_how_the_numbers_agree(folder: Path) -> None:
    """The attack is one pair of the table and the record; its number is below the police's; the bad row is named."""
    done = run("compare", str(folder / "acled.csv"), str(folder / "reports.jsonl"), "--out", "-")
    assert done.exit_code == 0
    assert "1 event in both, 0 only in the record, 0 only in the table." in done.stdout
    assert "Their 7 is 2 below our lowest, 9 (police)." in done.stdout
    assert 'Row 3 of acled.csv has no date in event_date: "soon"' in done.stderr


def test_files_are_written(folder: Path, tmp_path: Path) -> None:
    """A folder gets the page, the JSON and the table of pairs; the last line says what was found."""
    dossier = str(folder / "built" / "dossier.json")
    done = run("compare", str(folder / "acled.csv"), dossier, "--out", str(tmp_path / "out"))
    assert {p.name for p in (tmp_path / "out").iterdir()} == {"compared.md", "compared.json", "compared.csv"}
    assert "1 event in both, 0 only in the record, 0 only in the table." in done.stdout


def test_json_is_printed_and_a_table_comes_from_standard_input(folder: Path) -> None:
    """`--json` prints the comparison, also of a table on standard input."""
    dossier = str(folder / "built" / "dossier.json")
    done = run("compare", "-", dossier, "--json", input=TABLE)
    assert json.loads(done.stdout)["pairs"][0]["by"] == -2


def test_what_cannot_be_compared_is_refused(folder: Path) -> None:
    """No place to write, standard input twice: wrong use; no such file or no such columns: no source."""
    dossier = str(folder / "built" / "dossier.json")
    assert run("compare", str(folder / "acled.csv"), dossier).exit_code == 2
    assert run("compare", "-", "-", "--out", "-").exit_code == 2
    assert run("compare", str(folder / "nothing.csv"), dossier, "--out", "-").exit_code == 3
    refused = run("compare", str(folder / "reports.jsonl"), dossier, "--out", "-")
    assert refused.exit_code == 3
    assert "ACLED: event_date, event_type, fatalities" in refused.stderr
