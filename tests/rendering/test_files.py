"""What every file of a dossier keeps to."""

from __future__ import annotations

import csv
import io
import json

import msgspec
import pytest
from tests.rendering.desk import date
from tests.rendering.fixtures import rich_dossier, tiny_dossier

from rashomon.errors import UsageError
from rashomon.model.claim import Figure
from rashomon.model.dossier import Dossier, Reviewed
from rashomon.rendering import FILE_NAMES, render_all, render_index


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The rich dossier's files."""
    return render_all(rich_dossier())


def table(content: bytes) -> list[dict[str, str]]:
    """The lines of a CSV file by column."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def test_the_files_of_the_contract_are_written(files: dict[str, bytes]) -> None:
    """A dossier is written as exactly the seven files that the contract names."""
    assert tuple(files) == FILE_NAMES
    assert set(files) == {
        "dossier.json", "dossier.html", "brief.md", "figures.csv", "events.csv", "events.geojson", "issues.json",
    }  # fmt: skip


def test_chosen_files_only() -> None:
    """`names` chooses files, and an unknown one is a usage error."""
    assert list(render_all(tiny_dossier(), names=["brief.md"])) == ["brief.md"]
    with pytest.raises(UsageError):
        render_all(tiny_dossier(), names=["brief.pdf"])


def test_same_dossier_same_bytes(files: dict[str, bytes]) -> None:
    """Rendering twice gives the same bytes."""
    assert render_all(rich_dossier()) == files


def test_json_round_trip(files: dict[str, bytes]) -> None:
    """`dossier.json` read back is the dossier."""
    assert msgspec.json.decode(files["dossier.json"], type=Dossier) == rich_dossier()


def test_every_output_says_that_nobody_reviewed_it(files: dict[str, bytes]) -> None:
    """Each file but the record itself says "machine-made, not reviewed"; the record has `reviewed` null."""
    assert json.loads(files["dossier.json"])["reviewed"] is None
    for name in FILE_NAMES[1:]:
        assert "machine-made, not reviewed" in files[name].decode("utf-8").lower(), name


def test_a_review_is_named_with_its_day() -> None:
    """A reviewed dossier says who reviewed it and when instead."""
    reviewed = render_all(rich_dossier(reviewed=Reviewed(by="the night desk", on=date("2027-03-07"))))
    for name in FILE_NAMES[1:]:
        text = reviewed[name].decode("utf-8")
        assert "eviewed by the night desk on 7 March 2027" in text, name
        assert "not reviewed" not in text, name


def test_figures_table_keeps_the_words_and_the_open_top(files: dict[str, bytes]) -> None:
    """A figure's line has the source's words, an empty high for "at least", and its assessment's bounds."""
    line = next(r for r in table(files["figures.csv"]) if r["claim"] == "f-11a")
    assert (line["words"], line["low"], line["high"]) == ("at least 11", "11", "")
    assert (line["assessed_low"], line["assessed_best"], line["superseded_by"]) == ("26", "31", "f-19")


def test_every_figure_claim_has_one_line(files: dict[str, bytes]) -> None:
    """No figure is lost and none stands twice, whether an assessment holds it or not."""
    claims = [r["claim"] for r in table(files["figures.csv"])]
    figures = [c.id for c in rich_dossier().claims if c.id.startswith("f-")]
    assert sorted(claims) == sorted(figures)


def test_issues_stand_beside_the_unread_reports(files: dict[str, bytes]) -> None:
    """`issues.json` has all issues and names the reports that were not read."""
    found = json.loads(files["issues.json"])
    assert [i["code"] for i in found["issues"]] == ["report_not_read", "undated_report", "no_figure"]
    assert found["not_read"] == ["rpt-f"]


def test_the_tiny_dossier_renders_everywhere() -> None:
    """A dossier with one report, no date and no figures still gives every file."""
    files = render_all(tiny_dossier())
    assert "date not known" in files["dossier.html"].decode()
    assert len(table(files["figures.csv"])) == 0


def test_an_index_links_each_story_to_its_folder() -> None:
    """The index of two stories links to the page in each story's folder, the newest story first."""
    index = render_index([tiny_dossier(), rich_dossier()])
    html = index["index.html"].decode()
    assert html.index('href="st-kassala/dossier.html"') < html.index('href="st-bus/dossier.html"')
    assert [s["folder"] for s in json.loads(index["index.json"])["stories"]] == ["st-kassala", "st-bus"]


def test_lone_surrogates_keep_their_length() -> None:
    """Text that cannot be encoded is replaced one for one, in every file."""
    files = render_all(tiny_dossier(title="a\ud800b\udfffc"))
    assert json.loads(files["dossier.json"])["title"] == "a�b�c"
    assert "a�b�c" in files["dossier.html"].decode("utf-8")


def test_grade_of_harm_has_a_column_and_a_label(files: dict[str, bytes]) -> None:
    """A graded count shows its grade of harm to civilians in the table of figures and on the page."""
    rows = [r for r in table(files["figures.csv"]) if r["assessment"] == "as-killed"]
    assert {r["harm_grade"] for r in rows} == {"contested"}
    assert "Airwars’ grade</i> contested" in files["dossier.html"].decode("utf-8")


def test_a_place_from_around_a_figure_is_not_given_as_stated() -> None:
    """A question whose figures all took their place from elsewhere in the report reads "probably" before it."""
    dossier = rich_dossier()
    claims = tuple(
        msgspec.structs.replace(c, place=msgspec.structs.replace(c.place, how="dateline"))
        if isinstance(c, Figure) and c.place is not None
        else c
        for c in dossier.claims
    )
    rows = table(render_all(msgspec.structs.replace(dossier, claims=claims))["figures.csv"])
    placed = [r["counted"] for r in rows if r["place"] and r["counted"]]
    assert placed
    assert all("probably " in label for label in placed)
