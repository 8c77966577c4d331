"""`rashomon export`: the list, files with their loss report, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from click.testing import CliRunner, Result

from rashomon import app
from rashomon.cli import main


def run(*arguments: str) -> Result:
    """The result of a command."""
    return CliRunner().invoke(main, list(arguments))


def reports(folder: Path) -> str:
    """A file with one report of an attack."""
    path = folder / "reports.jsonl"
    text = "Gunmen attacked a market in Maiduguri on Tuesday, killing nine traders, the police said."
    path.write_text(json.dumps({"id": "a", "text": text, "published": "2025-03-05"}), encoding="utf-8")
    return str(path)


def test_the_list_names_every_format() -> None:
    """`--list` prints each format with what it is."""
    out = run("export", "--list").stdout
    assert [line.split()[0] for line in out.splitlines()] == [f.name for f in app.formats()]


def test_files_and_their_loss_report_are_written(tmp_path: Path) -> None:
    """A folder gets the table and what it does not carry, as a page and as JSON; `-` prints the table alone."""
    source = reports(tmp_path)
    assert run("export", "acled", source, "--out", str(tmp_path / "out")).exit_code == 0
    names = {p.name for p in (tmp_path / "out").iterdir()}
    assert names == {"acled.csv", "acled.losses.md", "acled.losses.json"}
    printed = run("export", "acled", source, "--out", "-").stdout
    (row,) = csv.DictReader(io.StringIO(printed))
    assert (row["event_date"], row["location"], row["fatalities"]) == ("2025-03-04", "Maiduguri", "9")


def test_a_dossier_file_gives_what_its_reports_give(tmp_path: Path) -> None:
    """An export of dossier.json is the export of the reports that it was built of."""
    source = reports(tmp_path)
    run("build", source, "--out", str(tmp_path / "built"))
    of_dossier = run("export", "acled", str(tmp_path / "built" / "dossier.json"), "--out", "-").stdout
    assert of_dossier == run("export", "acled", source, "--out", "-").stdout


def test_what_cannot_be_done_is_said(tmp_path: Path) -> None:
    """An unknown format, a missing source and an option that the format does not heed are wrong use."""
    assert run("export", "spreadsheet", "x", "--out", "-").exit_code == 2
    assert run("export", "acled", "--out", "-").exit_code == 2
    source = reports(tmp_path)
    earlier = tmp_path / "built"
    run("build", source, "--out", str(earlier))
    refused = run("export", "acled", source, "--out", "-", "--since", str(earlier / "dossier.json"))
    assert refused.exit_code == 2
    assert "takes no since" in refused.stderr


def test_a_format_of_several_files_wants_a_folder(tmp_path: Path) -> None:
    """The tables do not fit on standard output; in a folder each is a file, and GeoJSON is printed as one."""
    source = reports(tmp_path)
    refused = run("export", "arrow", source, "--out", "-")
    assert refused.exit_code == 2
    assert "Give a folder" in refused.stderr
    assert run("export", "arrow", source, "--out", str(tmp_path / "out")).exit_code == 0
    assert {"claims.arrow", "figures.arrow", "arrow.losses.md"} <= {p.name for p in (tmp_path / "out").iterdir()}
    printed = json.loads(run("export", "geojson", source, "--out", "-").stdout)
    assert printed["type"] == "FeatureCollection"


def test_a_household_size_is_for_displacement_alone(tmp_path: Path) -> None:
    """`--household-size` converts in the displacement export, must be a size of a household, and is refused elsewhere."""
    text = "Floods displaced 1,200 families in Sukkur on Tuesday, the provincial disaster authority said."
    path = tmp_path / "flood.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text, "published": "2025-03-05"}), encoding="utf-8")
    printed = run("export", "idmc", str(path), "--household-size", "5", "--out", "-").stdout
    (row,) = csv.DictReader(io.StringIO(printed))
    assert (row["reported"], row["unit"], row["total_figures"]) == ("1200", "household", "6000")
    assert run("export", "idmc", str(path), "--household-size", "0", "--out", "-").exit_code == 2
    assert run("export", "hxl", str(path), "--household-size", "5", "--out", "-").exit_code == 2
