"""Rashomon in Python: steps that fit together, frames, views that nothing can run in, and what is refused."""

from __future__ import annotations

import sys

import pytest

from rashomon import api, app
from rashomon.errors import PartError, UsageError
from rashomon.settings import Settings

REPORTS = [
    {"id": "a", "outlet": "Basin Times", "published": "2025-03-07", "title": "Market <script>alert(1)</script>",
     "text": "Gunmen attacked a market in Maiduguri on Friday and killed 15 people, police said."},
    {"id": "b", "outlet": "Savanna Post", "published": "2025-03-08", "title": None,
     "text": "The toll of Friday's attack on a market in Maiduguri rose to 18 dead, police said on Saturday."},
]  # fmt: skip


@pytest.fixture(scope="module")
def reports() -> api.Reports:
    """Two reports of one attack."""
    return api.read_records(REPORTS)


@pytest.fixture(scope="module")
def claims(reports: api.Reports) -> api.Claims:
    """Their claims."""
    return api.extract(tuple(reports))


def test_the_steps_come_to_what_a_build_comes_to(reports: api.Reports, claims: api.Claims, tmp_path: object) -> None:
    """Reading, extracting and reconciling give the dossier of the same reports built at once."""
    (record,) = api.reconcile(tuple(reports), claims, story="one")
    assert "18" in record.headline
    assert record.assessments().best.tolist()[0] == 18
    assert record.history().value.tolist() == [15, 18]
    assert record.check("18 people were killed in Maiduguri.")[0].verdict == "supported"
    assert "18" in record.sentence(record.dossier.assessments[0].best_claim or "")
    assert record.headline in record.brief


def test_claims_can_be_left_out_but_not_be_missing(reports: api.Reports, claims: api.Claims) -> None:
    """A selection of reports reconciles with all claims; a report without claims is wrong use."""
    (record,) = api.reconcile(reports.reports[:1], claims)
    assert "15" in record.headline
    nothing = api.Claims((), ())
    with pytest.raises(UsageError, match="no claims"):
        api.reconcile(tuple(reports), nothing)
    with pytest.raises(UsageError, match="no report"):
        api.reconcile((), claims)


def test_frames_have_their_columns_without_rows(claims: api.Claims) -> None:
    """A frame of nothing has its columns; rows of a data frame are read back as reports, missing values left out."""
    nothing = api.extract(())
    assert list(nothing.frame().columns) == list(claims.frame().columns)
    frame = api.read_records(REPORTS).frame()
    rows = frame.rename(columns={"words": "n"}).assign(text="Nine people died, police said.").to_dict("records")
    again = api.read_records(rows)
    assert len(again) == 2
    assert again[1].title is None


def test_without_pandas_the_error_says_what_to_install(claims: api.Claims, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pandas is missing a frame is refused with the command that installs it."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(PartError) as refused:
        claims.frame()
    assert "rashomon[notebook]" in refused.value.suggestion


def test_nothing_of_a_report_runs_in_a_view(reports: api.Reports, claims: api.Claims) -> None:
    """What a notebook shows holds no markup of a report, and a record's page stands in a frame without rights."""
    (record,) = api.reconcile(tuple(reports), claims, story="one")
    groups = api.group(tuple(reports), claims)
    for shown in (reports._repr_html_(), claims._repr_html_(), groups._repr_html_(), record._repr_html_()):
        assert "<script" not in shown
    assert 'sandbox=""' in record._repr_html_()
    assert "&lt;script&gt;" in reports._repr_html_()


def test_a_project_is_that_of_the_command_line(tmp_path: object) -> None:
    """A project opened in Python has the stories and hits of the use cases."""
    project = api.open_project(f"{tmp_path}/p.sqlite")
    path = f"{tmp_path}/one.txt"
    with open(path, "w", encoding="utf-8") as out:
        out.write("Gunmen killed 15 people in Maiduguri on Friday, police said.")
    assert len(project.add(path).new) == 1
    (story,) = project.stories().id
    assert project.record(story).dossier == app.show(project.address, story, Settings())
    assert "figure" in project.search(measure="killed").kind.tolist()
    rejected = project.record(story).dossier.assessments[0].best_claim
    project.decide("reject", [str(rejected)], by="An analyst", why="misread")
    assert project.record(story).dossier.assessments == ()
