"""Every view answers, in plain words where it cannot."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from rashomon import app
from rashomon.web.views.story_page import STORY_VIEWS


@pytest.mark.parametrize("view", [v.name for v in STORY_VIEWS])
def test_each_view_of_a_story_is_a_page_of_its_own(client: TestClient, story: str, view: str) -> None:
    """Each tab's address answers with the workspace's frame around the story's title."""
    answer = client.get(f"/stories/{story}/{view}".rstrip("/"))
    assert answer.status_code == 200
    assert 'aria-current="page"' in answer.text


def test_stories_are_listed_with_their_headlines(client: TestClient, project: str) -> None:
    """The first page links each story by its headline."""
    page = client.get("/").text
    for line in app.stories(project):
        assert f"/stories/{line.id}" in page


def test_the_record_goes_back_to_an_instant(client: TestClient, project: str, story: str) -> None:
    """As of a story's first instant, its page knows no report that came later."""
    first = app.moments(project, story)[0]
    page = client.get(f"/stories/{story}/sources", params={"as_of": first.at.isoformat()}).text
    assert {f"rpt-{i}" for i in re.findall(r'id="rpt-([0-9a-f]+)"', page)} == set(first.reports)


def test_what_is_new_since_a_look_is_said(client: TestClient, story: str) -> None:
    """A story is told as not opened until its page was."""
    assert "not opened yet" in client.get("/").text
    client.get(f"/stories/{story}")
    assert client.get("/").text.count("not opened yet") == client.get("/").text.count("<h2>") - 1


def test_a_report_is_read_with_its_claims_marked(client: TestClient, project: str, story: str) -> None:
    """A report's page marks the number of each of its figures where it stands."""
    dossier_page = client.get(f"/stories/{story}/sources").text
    report = re.search(r'id="(rpt-[0-9a-f]+)"', dossier_page)
    assert report is not None
    page = client.get(f"/stories/{story}/reports/{report.group(1)}").text
    assert '<mark class="figure"' in page


@pytest.mark.parametrize("path", ["/stories/story-none", "/nowhere", "/stories/story-none/reports/rpt-none"])
def test_what_is_not_there_is_told_in_plain_words(client: TestClient, path: str) -> None:
    """A missing page answers 404 with a page that leads back."""
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Go to the stories" in answer.text


@pytest.mark.parametrize("query", ["as_of=yesterday", "policy=mine"])
def test_an_address_that_asks_nonsense_is_refused(client: TestClient, story: str, query: str) -> None:
    """An instant or a policy that is none answers 400 and says what may be asked."""
    assert client.get(f"/stories/{story}?{query}").status_code == 400


def test_search_finds_by_words(client: TestClient) -> None:
    """A word of the reports is found, a word of none is told as not found."""
    assert 'class="plain hits"' in client.get("/search?q=ferry").text
    assert "Nothing matches" in client.get("/search?q=zzzz").text


def test_an_empty_view_says_so(client: TestClient, story: str) -> None:
    """A view that shows sections none of which has anything to show says that nothing stands there yet."""
    page = client.get(f"/stories/{story}/differences").text
    assert ('class="part"' in page) != ("Nothing stands here yet." in page)


def test_large_pages_are_compressed_for_who_can_read_it(client: TestClient, story: str) -> None:
    """A story's page comes in gzip to a browser that takes it, with the same words as to one that does not."""
    plain, packed = (client.get(f"/stories/{story}", headers={"accept-encoding": way}) for way in ("identity", "gzip"))
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in packed.headers["vary"].lower()
    assert re.sub(r"[0-9a-f]{32,}", "", packed.text) == re.sub(r"[0-9a-f]{32,}", "", plain.text)
