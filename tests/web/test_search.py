"""Search in the browser: hits lead to their words, filters stand in the address, nobody private is named."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon import app
from rashomon.model.claim import Figure
from rashomon.project import SearchHit
from rashomon.settings import Settings
from rashomon.web.found_lines import address_of

_NAME = "Teresa Kowalczyk"
_TEXT = (
    f"Three people were killed when a tram left its rails in Gdansk on Friday, police said. “I heard a bang,” said {_NAME}, "
    f"a passenger. {_NAME} was taken to hospital."
)


@pytest.fixture
def named(project: str, tmp_path: Path) -> str:
    """The project with one more report, which names a private person in its title and in its text."""
    line = {
        "outlet": "Harbour Post",
        "published": "2025-04-04T18:00:00Z",
        "title": f"Three die in Gdansk tram accident, says {_NAME}",
        "text": _TEXT,
    }
    (tmp_path / "named.jsonl").write_text(json.dumps(line), encoding="utf-8")
    app.add(project, [str(tmp_path / "named.jsonl")], Settings())
    return project


@pytest.mark.parametrize(
    "query",
    ["q=tram", "q=hospital", "q=heard&kind=statement", "q=Kowalczyk", "outlet=Harbour+Post", "q=Three&kind=report"],
)
def test_no_hit_names_a_private_person(client: TestClient, named: str, query: str) -> None:
    """Whatever of a report is found, its title and its words come with the name masked letter by letter."""
    page = client.get(f"/search?{query}").text
    results = page[page.index('class="plain hits"') :]
    assert "/reports/rpt-" in results
    assert not [part for part in _NAME.split() if part in results]


def test_the_use_case_masks_only_where_asked(named: str) -> None:
    """Without a guard the words are the reports' own, as the command line prints them; with one the length stays."""
    plain = app.search(named, "Kowalczyk", kinds=["report"]).hits[0]
    hidden = app.search(named, "Kowalczyk", kinds=["report"], guard=lambda s: app.protector(named, s)).hits[0]
    assert _NAME in (plain.title or "")
    assert len(hidden.title or "") == len(plain.title or "")
    assert _NAME not in (hidden.title or "")


def test_every_claim_hit_leads_to_its_words(client: TestClient, project: str) -> None:
    """The address of each claim that is found is a mark in the report's page."""
    page = client.get("/search?q=killed").text
    links = set(re.findall(r'href="(/stories/[^"#]+/reports/[^"#]+)#((?:fig|evt|stm|rsp|rel|ctl)-[0-9a-f]+)"', page))
    assert links
    for address, claim in links:
        assert f'id="{claim}"' in client.get(address).text


def test_a_report_hit_leads_to_the_words_that_matched() -> None:
    """The address of a report ends with a few words from the match on, within one line and before any masked name."""
    text = "Fire in the old port  A dozen-odd crews, said ███ ████"
    hit = SearchHit(
        kind="report", report="rpt-1", claim=None, story="story-1", outlet=None, title=None, published=None, url=None,
        snippet=text, matches=((8, 15),),
    )  # fmt: skip
    assert address_of(hit) == "/stories/story-1/reports/rpt-1#:~:text=the%20old%20port"


def test_a_shared_address_asks_the_same(client: TestClient, project: str) -> None:
    """The form of a search's page holds every filter that its address names, and so do the links to further hits."""
    page = client.get("/search?q=said&outlet=&measure=killed&place=Zanzibar&first=2025-01-01&kind=figure")
    assert page.status_code == 200
    text = html.unescape(page.text)
    assert all(part in text for part in ('value="said"', 'value="Zanzibar"', 'value="2025-01-01"'))
    assert re.search(r'<option value="killed" selected>', text)
    assert re.search(r'<option value="figure" selected>', text)
    following = re.search(
        r'href="(/search\?[^"]+)" rel="next"', html.unescape(client.get("/search?kind=statement").text)
    )
    if following is not None:
        assert "kind=statement" in following[1]
        assert client.get(following[1]).status_code == 200


def test_further_hits_are_other_hits(client: TestClient, project: str) -> None:
    """The second page of a search shows claims that the first one does not."""
    pages = [client.get(f"/search?kind=figure&start={n}").text for n in (0, 20)]
    ids = [set(re.findall(r"#(fig-[0-9a-f]+)", p)) for p in pages]
    figures = {
        c.id for s in app.stories(project) for c in app.show(project, s.id, Settings()).claims if isinstance(c, Figure)
    }
    assert not ids[0] & ids[1]
    assert ids[0] <= figures
