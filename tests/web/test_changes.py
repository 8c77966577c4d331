"""The note of what changed, and what stands on a brief beside the dossier's own words."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon import app
from rashomon.settings import Settings

_REPORTS = (
    ("Bay Courier", "2025-03-07T18:00:00Z", "A ferry capsized off Zanzibar on Friday, killing 12 people, police said."),
    (
        "Coast Herald", "2025-03-08T18:00:00Z",
        "The ferry that capsized off Zanzibar on Friday killed 19 people, police said on Saturday.",
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def growing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose story a second day changed, to be copied."""
    folder = tmp_path_factory.mktemp("growing")
    lines = [{"outlet": o, "published": at, "title": "Ferry capsizes off Zanzibar", "text": t} for o, at, t in _REPORTS]
    (folder / "reports.jsonl").write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    app.init(str(folder / "project.sqlite"))
    app.add(str(folder / "project.sqlite"), [str(folder / "reports.jsonl")], Settings())
    return folder / "project.sqlite"


@pytest.fixture
def project(growing: Path, tmp_path: Path) -> str:
    """A project of this test's own."""
    path = tmp_path / "project.sqlite"
    path.write_bytes(growing.read_bytes())
    return str(path)


def test_the_note_says_what_the_command_says(client: TestClient, project: str, story: str) -> None:
    """Every line of the update note of two instants stands in the page between the same instants."""
    first, last = (m.at for m in (app.moments(project, story)[0], app.moments(project, story)[-1]))
    page = html.unescape(client.get(f"/stories/{story}/changes", params={"since": first.isoformat()}).text)
    then, now = app.show(project, story, Settings(as_of=first)), app.show(project, story, Settings())
    told = app.describe(app.diff_dossiers(then, now)).splitlines()
    assert first < last
    assert len(told) > 2
    assert all(line.removeprefix("  - ") in page for line in told)


def test_each_change_leads_to_its_report(client: TestClient, project: str, story: str) -> None:
    """The links of the note open the report whose words the change rests on, at a claim that is marked there."""
    first = app.moments(project, story)[0].at.isoformat()
    page = client.get(f"/stories/{story}/changes", params={"since": first}).text
    links = re.findall(r'href="(/stories/[^"]+/reports/[^"]+)#([^"]+)"', page)
    assert links
    for address, claim in links[:5]:
        assert f'id="{claim}"' in client.get(html.unescape(address)).text


def test_before_the_first_report_there_was_nothing(client: TestClient, story: str) -> None:
    """Asked for what changed since before the first report, the page says that the record held none."""
    page = client.get(f"/stories/{story}/changes", params={"since": "1999-01-01"})
    assert page.status_code == 200
    assert "held no report" in page.text


def test_an_instant_that_is_none_is_refused(client: TestClient, story: str) -> None:
    """What changed since nonsense answers 400."""
    assert client.get(f"/stories/{story}/changes?since=lately").status_code == 400


def test_a_line_to_cite_names_origin_and_day(client: TestClient, story: str) -> None:
    """Each line to cite names an outlet, says as of when, and that no person reviewed the record."""
    lines = re.findall(r'<q class="cite"[^>]*>([^<]+)</q>', client.get(f"/stories/{story}").text)
    assert lines
    assert all(" in " in line and "as of " in line and "not reviewed" in line for line in lines)


def test_a_returning_reader_is_told_how_many_reports_came(client: TestClient, project: str, tmp_path: Path) -> None:
    """A report that came after the last look is told, though it was published before; a second look finds none new."""
    (story,) = [s.id for s in app.stories(project)]
    assert "since you last looked" not in client.get(f"/stories/{story}").text
    assert "since you last looked" not in client.get(f"/stories/{story}").text
    app.add(project, [_late_report(tmp_path)], Settings())
    page = client.get(f"/stories/{story}").text
    assert "<b>1 report</b> came since you last looked" in page
    assert re.search(rf"/stories/{story}/changes\?since=2025-03-07T18", page)
    assert "since you last looked" not in client.get(f"/stories/{story}").text


def _late_report(folder: Path) -> str:
    line = {
        "outlet": "Coast Wire", "published": "2025-03-08T08:00:00Z", "title": "Ferry capsizes off Zanzibar",
        "text": "The ferry that capsized off Zanzibar on Friday killed 14 people, police said on Saturday morning.",
    }  # fmt: skip
    path = folder / "late.jsonl"
    path.write_text(json.dumps(line), encoding="utf-8")
    return str(path)
