"""The list of stories: made of stored lines, found by words, place, day and doubt, told what changed for whom."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient
from tests.web.conftest import form_token

from rashomon import app
from rashomon.model.summary import StorySummary
from rashomon.project import story_dossiers
from rashomon.project.story_summary import summary_of
from rashomon.rendering.components.story_line import small_map
from rashomon.settings import Settings
from rashomon.storage import open_store
from rashomon.storage.packing import unpack
from rashomon.storage.summary_rows import summaries_raw

_LATER = """Quetta earthquake toll reaches nine

Indus Mail

7 March 2025

The earthquake near Quetta on Thursday killed nine people, the provincial disaster authority said on Friday. The authority said 200 houses were damaged."""
_NORTH = """Offensive in northern Syria kills 40

Levant Courier

29 November 2024

BEIRUT - Forty people were killed in northern Syria on Thursday when insurgents launched an offensive, a monitor said. At least 60 people were killed in northern Syria by Friday, it said. Doctors in Idlib and traders in Aleppo said that they had no bread."""


@pytest.fixture
def project(project: str) -> str:
    """The project with the line of every story."""
    app.make_lines(project, seconds=60)
    return project


def _titles(page: str) -> list[str]:
    return re.findall(r'<h2><a href="/stories/[^"]+">([^<]+)</a>', page)


def test_a_list_composes_nothing_twice(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once each story has its line, the list is printed without composing or reading a dossier."""
    first = _titles(client.get("/").text)
    assert len(first) == 3
    monkeypatch.setattr(story_dossiers, "_compose", None)
    monkeypatch.setattr(story_dossiers.story_rows, "kept_dossier", None)
    assert _titles(client.get("/").text) == first


def test_a_line_shows_place_figure_and_origins(client: TestClient) -> None:
    """The line of the quake has a small map, its place, its toll and how many origins it has."""
    page = client.get("/?q=quetta").text
    line = page[page.index('class="storyline"') :]
    assert 'class="chart map small"' in line
    assert "Quetta" in line
    assert re.search(r"People killed[^<]*: <b>7</b>", line)
    assert "1 origin" in line


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=ferry", ["Zanzibar"]),
        ("q=FERRY+zanzibar", ["Zanzibar"]),
        ("place=maiduguri", ["Maiduguri"]),
        ("since=2025-03-06", ["Maiduguri", "Quetta"]),
        ("q=ferry&place=quetta", []),
        ("q=%25", []),
    ],
)
def test_the_address_says_which_stories_are_shown(client: TestClient, query: str, found: list[str]) -> None:
    """Words, place and day of the address choose the stories, whoever opens it, and stand in the form again."""
    client.get("/")
    page = client.get(f"/?{query}").text
    titles = _titles(page)
    assert len(titles) == len(found)
    assert all(word in title for word, title in zip(found, titles, strict=True))
    if not found:
        assert "No story is like that" in page


def test_a_day_that_is_none_is_refused(client: TestClient) -> None:
    """A list since nonsense answers 400."""
    assert client.get("/?since=lately").status_code == 400


def test_a_decision_of_another_person_is_new(client: TestClient, project: str) -> None:
    """A story that somebody decided on is new for those who looked before, and not for who decided."""
    item = app.review(project)[0]
    client.get(f"/stories/{item.story}")
    assert "new since you looked" not in client.get("/").text
    app.decide(project, "accept", [item.claim], by="another")
    assert client.get("/").text.count("new since you looked") == 1
    client.get(f"/stories/{item.story}")
    second = next(i.claim for i in app.review(project) if i.story == item.story)
    token = form_token(client, "/review")
    client.post("/decisions", data={"kind": "accept", "target": second, "token": token, "why": "Both say so"})
    assert "new since you looked" not in client.get("/").text


def test_a_story_leads_to_what_came_since(client: TestClient, project: str, tmp_path: Path) -> None:
    """Where a report came since somebody looked, the list says so and leads to the note of what it changed."""
    story = next(s.id for s in app.stories(project) if "Quetta" in s.headline)
    client.get(f"/stories/{story}")
    later = tmp_path / "later.txt"
    later.write_text(_LATER, encoding="utf-8")
    app.add(project, [str(later)], Settings())
    assert len(app.show(project, story, Settings()).reports) == 2
    found = re.search(r'new since you looked</b>: <a href="([^"]+)">1 report</a>', client.get("/").text)
    assert found is not None
    assert "1 report came in" in client.get(html.unescape(found[1])).text


def test_a_wide_place_is_shown_by_its_towns(project: str) -> None:
    """A line whose place is no point has a small map with a point for each of its towns and no circle, or none."""
    with open_store(project) as store, store.reading() as connection:
        known = unpack(summaries_raw(connection)[0][3], StorySummary)
    wide = replace(known, lat=None, lon=None, radius_km=None, towns=((36.2, 37.1), (35.9, 36.6)))
    drawn = small_map(wide)
    assert drawn.count('class="place"') == 2
    assert 'class="near"' not in drawn
    assert small_map(replace(wide, towns=())) == ""


def test_towns_of_a_region_are_of_its_country(tmp_path: Path) -> None:
    """Of a story in the north of a country the line holds its towns, and not the foreign city of a dateline."""
    path = str(tmp_path / "region.sqlite")
    app.init(path)
    (tmp_path / "north.txt").write_text(_NORTH, encoding="utf-8")
    app.add(path, [str(tmp_path / "north.txt")], Settings())
    dossier = app.show(path, app.stories(path)[0].id, Settings())
    region = next(p.place for p in dossier.places if p.place.name == "northern Syria")
    assert dossier.main is not None
    line = summary_of(replace(dossier, main=replace(dossier.main, place=region)))
    assert (line.place, line.lat) == ("northern Syria", None)
    assert len(line.towns) == 2
    assert all(35 < lat < 37 and 36 < lon < 38 for lat, lon in line.towns)


def test_a_decision_makes_the_line_anew(client: TestClient, project: str) -> None:
    """The toll of a story's line is gone from the list once its figures are rejected."""
    assert re.search(r"People killed[^<]*: <b>7</b>", client.get("/").text)
    for item in app.review(project):
        if item.machine.get("value") == "7":
            app.decide(project, "reject", [item.claim], by="another")
    app.make_lines(project, seconds=60)
    assert not re.search(r"People killed[^<]*: <b>7</b>", client.get("/").text)


def test_a_removed_report_leaves_no_line(client: TestClient, project: str) -> None:
    """Removing a story's only report erases its line with its words, and the project is sound."""
    client.get("/")
    story = next(s for s in app.stories(project) if "Quetta" in s.headline)
    app.remove(project, story.id.replace("story-", "rpt-"), reason="asked", by="desk")
    with open_store(project) as store, store.reading() as connection:
        assert story.id not in {s for s, *_ in summaries_raw(connection)}
    assert "Quetta" not in client.get("/").text
    assert app.doctor(project).findings == ()
