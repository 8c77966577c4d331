"""A report in the reader: what is marked, what is said of it, and the ways to it."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from rashomon import app
from rashomon.model.claim import Control, EventClaim, Figure, Relation, Responsibility, Statement
from rashomon.model.place import Place
from rashomon.settings import Settings
from rashomon.web.anchors import anchor
from rashomon.web.marked_text import marked

_TEXT = "The army seized Darvo on Monday, the ministry said. Rebels backed by Ostia denied it."


def _at(words: str) -> tuple[int, int]:
    start = _TEXT.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (
            Statement(
                start=0, end=51, speaker="the ministry", speaker_start=33, speaker_end=45, verb="said",
                verb_class="said", quote=False, content_start=0, content_end=31,
            ),
            "said",
        ),
        (Control(start=0, end=51, place=Place(start=16, end=21, text="Darvo", name="Darvo"), holder="army", status="seized"), "Darvo"),
        (Relation(start=52, end=85, type="backs", from_actor="Republic of Ostia", to_actor="Rebels"), "Rebels"),
        (Relation(start=52, end=85, type="backs", from_actor="Republic of Ostia", to_actor="the North"), "Ostia"),
        (Responsibility(start=0, end=51, accused="Northern army", by=None), "army"),
        (Responsibility(start=52, end=85, accused="somebody else", by=None), "Rebels"),
    ],
)  # fmt: skip
def test_a_claim_hangs_on_words_of_its_own(claim: Statement | Control | Relation | Responsibility, words: str) -> None:
    """A claim is marked at its verb, its place or its party, and never at a single letter."""
    assert anchor(claim, _TEXT) == _at(words)


def test_every_mark_is_a_whole_word(client: TestClient, project: str) -> None:
    """In every report of the project no mark in the reader ends inside a word."""
    for line in app.stories(project):
        for report in app.show(project, line.id, Settings()).reports:
            page = client.get(f"/stories/{line.id}/reports/{report.id}").text
            assert re.search(r"\w<mark|</mark>\w", page) is None


def test_remarks_speak_no_code(client: TestClient, project: str) -> None:
    """What stands beside a paragraph holds no name with an underscore and no prefix of a code."""
    for line in app.stories(project):
        for report in app.show(project, line.id, Settings()).reports:
            page = client.get(f"/stories/{line.id}/reports/{report.id}").text
            told = re.findall(r'<li><a href="#[^"]+" class="\w+">([^<]*)</a>', page)
            assert not [t for t in told if "_" in t or "disaster:" in t or "other:" in t]


@pytest.mark.parametrize("view", ["", "voices", "differences"])
def test_every_note_leads_to_its_place_in_the_reader(client: TestClient, project: str, story: str, view: str) -> None:
    """Each note of a story's view links to a mark that is there in the report's page."""
    page = client.get(f"/stories/{story}/{view}".rstrip("/")).text
    notes = re.findall(r'<li id="note-\d+".*?</li>', page, re.DOTALL)
    links = [re.search(r'href="(/stories/[^"]+/reports/[^"#]+)#([^"]+)">in the report', n) for n in notes]
    assert notes
    for link in links:
        assert link is not None
        assert f'id="{link[2]}"' in client.get(link[1]).text


def test_a_figure_leads_back_to_its_question(client: TestClient, project: str, story: str) -> None:
    """Beside a figure stands what the record says on its question, with a link to the part of the board that has it."""
    dossier = app.show(project, story, Settings())
    asked = next(a for a in dossier.assessments if a.claims)
    claim = next(c for c in dossier.claims if c.id == asked.claims[0])
    assert isinstance(claim, Figure)
    page = client.get(f"/stories/{story}/reports/{claim.report}").text
    address = f"/stories/{story}/figures?question={asked.id}"
    assert f'href="{address}#{asked.id}"' in page
    assert f'<tbody id="{asked.id}"' in client.get(address).text


def test_an_event_is_marked_at_its_own_words() -> None:
    """An event hangs on the verb or noun that tells it."""
    claim = EventClaim(start=0, end=51, anchor_start=9, anchor_end=15, type="Battles")
    assert anchor(claim, _TEXT) == _at("seized")


def test_marks_stand_within_marks() -> None:
    """What is marked within other words keeps its own mark; what runs on beyond them is only led to."""
    text = "At least 19 people were killed on Monday"
    outer, inner, beyond = (
        EventClaim(start=0, end=40, anchor_start=a, anchor_end=b, type="Battles")
        for a, b in ((0, 30), (9, 11), (24, 40))
    )
    shown = str(marked(text, 0, 40, [(0, 30, outer), (9, 11, inner), (24, 40, beyond)]))
    assert f'<mark class="event" id="{inner.id}" tabindex="-1">19</mark>' in shown
    assert shown.index(f'<a id="{beyond.id}" class="spot">') < shown.index(f'<mark class="event" id="{outer.id}"')
    assert shown.count("<mark") == shown.count("</mark>") == 2
    assert re.sub(r"<[^>]*>", "", shown) == text


def test_the_kinds_that_are_marked_are_named(client: TestClient, project: str) -> None:
    """Above a report each kind of claim that it has is named once, as it is marked, and no other."""
    for line in app.stories(project):
        for report in app.show(project, line.id, Settings()).reports:
            page = client.get(f"/stories/{line.id}/reports/{report.id}").text
            marked = set(re.findall(r'<mark class="(\w+)" id=', page)) | set(
                re.findall(r'<li><a href="#[^"]+" class="(\w+)">', page)
            )
            assert sorted(re.findall(r'<mark class="(\w+)">', page)) == sorted(marked)


def test_any_report_is_compared_with_another(client: TestClient, project: str) -> None:
    """Each report of a story of several leads to itself beside another one, as of the same instant; a lone one does not."""
    for line in app.stories(project):
        reports = app.show(project, line.id, Settings()).reports
        for report in reports:
            page = client.get(f"/stories/{line.id}/reports/{report.id}?policy=latest").text
            found = re.findall(r'href="(/stories/[^"]+/compare\?[^"]+)"', page)
            assert bool(found) == (len(reports) > 1)
            for address in found:
                assert "policy=latest" in address
                assert report.id in client.get(address.replace("&amp;", "&")).text


def test_sources_lead_to_the_reader(client: TestClient, project: str) -> None:
    """Every report that a story's sources list leads to itself in the reader, and evidence to its sentence in it."""
    story = app.stories(project)[0].id
    page = client.get(f"/stories/{story}/sources").text
    for report in app.show(project, story, Settings()).reports:
        assert f'<a href="/stories/{story}/reports/{report.id}">' in page
    for view in ("", "/timeline", "/map"):
        page = client.get(f"/stories/{story}{view}").text
        notes = page.count('<li id="note-')
        assert len(re.findall(r'reports/[^"#]+#[^"]+">in the report</a>', page)) == notes
