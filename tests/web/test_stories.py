"""The list of stories: made of stored lines, found by words, place, day and doubt, told what changed for whom."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import form_token

from rashomon import app
from rashomon.project import story_dossiers
from rashomon.storage import open_store
from rashomon.storage.summary_rows import summaries_raw


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
