"""The sentences behind a view: those that marks lead to stand on it, the others one link away, none is lost."""

from __future__ import annotations

import html
import re

import pytest
from starlette.testclient import TestClient
from tests.rendering.fixtures import rich_dossier

from rashomon.rendering.components import evidence as marks
from rashomon.rendering.components import evidence_list
from rashomon.web.site import Site
from rashomon.web.views import evidence
from rashomon.web.views.story_page import STORY_VIEWS

_NOTE = re.compile(r'<li id="note-(\d+)"')
_REST = re.compile(r'class="fetched" href="([^"]+)"')


@pytest.mark.parametrize("view", ["", "timeline", "timeline?by=told"])
def test_folded_sentences_stand_on_pages_of_their_own(
    client: TestClient, story: str, view: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The view and the pages that its folds lead to hold each note of the whole view once, page by page."""
    monkeypatch.setattr(Site, "dossier", lambda *_: rich_dossier())
    address = f"/stories/{story}/{view}".rstrip("/")
    whole = _NOTE.findall(client.get(address).text)
    assert len(whole) > 5
    monkeypatch.setattr(marks, "MOST_MARKS", 0)
    monkeypatch.setattr(evidence_list, "_MOST_UNLINKED", 0)
    monkeypatch.setattr(evidence, "_NOTES", 2)
    page = client.get(address).text
    found, left = _NOTE.findall(page), _links(page)
    assert len(found) < len(whole)
    while left:
        page = client.get(left.pop()).text
        found += _NOTE.findall(page)
        left += _links(page)
    assert sorted(found, key=int) == whole


def test_an_evidence_page_leads_back(client: TestClient, story: str) -> None:
    """As of an instant, the evidence of a view links the view as of that instant and the reports of its sentences."""
    page = client.get(f"/stories/{story}/evidence?of=timeline&by=told&policy=latest").text
    assert f'/stories/{story}/timeline?policy=latest&amp;by=told"' in page
    assert _NOTE.findall(page)
    assert page.count(">in the report</a>") == len(_NOTE.findall(page))
    assert "has no such notes" in client.get(f"/stories/{story}/evidence?start=100000").text


@pytest.mark.parametrize("query", ["of=figures&start=-5", "of=", "of=map&until=0"])
def test_any_part_can_be_asked_for(client: TestClient, story: str, query: str) -> None:
    """Parts that no page links answer too."""
    assert client.get(f"/stories/{story}/evidence?{query}").status_code == 200


@pytest.mark.parametrize("query", ["of=weather", "of=exports"])
def test_a_view_without_sentences_has_no_evidence(client: TestClient, story: str, query: str) -> None:
    """Of what is no view, or cites nothing, there is no such page."""
    assert client.get(f"/stories/{story}/evidence?{query}").status_code == 404


@pytest.mark.parametrize("view", [v.name for v in STORY_VIEWS])
def test_links_within_a_view_lead_somewhere(client: TestClient, story: str, view: str) -> None:
    """Whatever a view links on its own page is there, and a question's label leads to the board."""
    page = html.unescape(client.get(f"/stories/{story}/{view}".rstrip("/")).text)
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r'id="([^"]+)"', page))
    for board, question in set(re.findall(r'href="(/stories/[^"#]+)#(assessment-[^"]+)"', page)):
        assert f'id="{question}"' in client.get(board).text


def _links(page: str) -> list[str]:
    return [html.unescape(address) for address in _REST.findall(page) if "/evidence?" in address]
