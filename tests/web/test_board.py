"""The figure board: origins as columns, what was replaced and what is contradicted, and the way to each sentence."""

from __future__ import annotations

import html
import re

import pytest
from starlette.testclient import TestClient
from tests.rendering.fixtures import rich_dossier

from rashomon import app
from rashomon.rendering.components.evidence import Notes
from rashomon.rendering.components.figure_table import figure_groups
from rashomon.rendering.lookup import Lookup
from rashomon.web.figure_board import OTHERS, Board, Line, figure_boards
from rashomon.web.views import board as board_view


def _boards() -> list[Board]:
    dossier = rich_dossier()
    lookup = Lookup(dossier)
    return figure_boards(dossier, figure_groups(lookup, Notes(lookup)), lambda claim: f"/to/{claim}")


def _lines() -> list[Line]:
    return [line for board in _boards() for line in (*board.lines, *board.more)]


def test_every_figure_stands_once_in_its_origins_column() -> None:
    """Each row of the figure table is one cell of the board, under the origin that gave it."""
    for board in _boards():
        for line in (*board.lines, *board.more):
            assert len(line.columns) == len(board.origins)
            told = [(origin, c.row) for origin, cells in zip(board.origins, line.columns, strict=True) for c in cells]
            assert sorted(row.claim for _, row in told) == sorted(row.claim for row in line.block.rows)
            assert all(origin in (row.origin, OTHERS) for origin, row in told)


def test_a_replaced_figure_stands_after_those_that_hold() -> None:
    """In each cell what was replaced comes last, and some figures of the example were replaced."""
    cells = [column for line in _lines() for column in line.columns]
    assert any(c.row.old for column in cells for c in column)
    assert all([c.row.old for c in column] == sorted(c.row.old for c in column) for column in cells)


def test_a_contradicted_figure_is_marked_on_both_sides() -> None:
    """Both figures of a contradiction bear the mark, and no other figure does."""
    relations = [r for r in rich_dossier().relations if r.type == "contradict"]
    expected = {c for r in relations for c in (r.from_claim, r.to_claim)}
    marked = {c.row.claim for line in _lines() for column in line.columns for c in column if c.contradicted}
    assert expected
    assert marked == expected


def test_a_chart_leads_to_the_reports() -> None:
    """Every point of a board's charts has the address of its sentence, none an anchor of the page."""
    charts = [line.chart for line in _lines() if line.chart]
    assert charts
    for chart in charts:
        links = re.findall(r'href="([^"]+)"', chart)
        assert links
        assert all(link.startswith("/to/") for link in links)


def test_a_cell_opens_its_sentence(client: TestClient, story: str) -> None:
    """A figure's link on the board opens its report with the figure's words marked under the link's anchor."""
    page = client.get(f"/stories/{story}/figures").text
    links = re.findall(r'<a class="num" href="(/stories/[^"]+/reports/[^"#]+)#([^"]+)" title', page)
    assert links
    for address, claim in links:
        assert f'<mark class="figure" id="{claim}"' in client.get(html.unescape(address)).text


def test_the_board_keeps_the_instant(client: TestClient, story: str) -> None:
    """As of an instant, the board's links lead to the reports as of the same instant."""
    page = client.get(f"/stories/{story}/figures?as_of=2025-03-31").text
    links = re.findall(r'<a class="num" href="(/stories/[^"]+/reports/[^"]+)" title', page)
    assert links
    assert all("as_of=2025-03-31" in link for link in links)


@pytest.fixture
def broad(client: TestClient, project: str) -> str:
    """The id of the story with most questions."""
    ids = [s.id for s in app.stories(project)]
    return max(ids, key=lambda i: client.get(f"/stories/{i}/figures").text.count("<tbody id="))


def test_every_question_stands_on_one_part_of_the_board(
    client: TestClient, broad: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one question a part, the links to further questions visit each once, and a question's address finds its part."""
    monkeypatch.setattr(board_view, "_QUESTIONS", 1)
    address: str | None = f"/stories/{broad}/figures"
    parts: list[list[str]] = []
    while address:
        page = client.get(address).text
        parts.append(re.findall(r'<tbody id="([^"]+)"', page))
        following = re.search(r'href="([^"]+)" rel="next"', page)
        address = html.unescape(following[1]) if following else None
    assert len(parts) > 1
    assert all(len(part) == 1 for part in parts)
    assert len({part[0] for part in parts}) == len(parts)
    assert f'<tbody id="{parts[1][0]}"' in client.get(f"/stories/{broad}/figures?question={parts[1][0]}").text


def test_a_figures_sentences_are_read_a_part_at_a_time(
    client: TestClient, broad: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page of a figure gives each of its sentences once, part by part, each with its place in its report."""
    monkeypatch.setattr(board_view, "_SENTENCES", 1)
    claims = set(
        re.findall(r'<a class="num" href="[^"#]+#([^"]+)" title', client.get(f"/stories/{broad}/figures").text)
    )
    numbers = []
    for claim in sorted(claims):
        address: str | None = f"/stories/{broad}/figures/{claim}"
        places: list[str] = []
        while address:
            page = client.get(address).text
            every = re.search(r"(\d+) sentences? with this figure", page)
            places += re.findall(r'<a href="(/stories/[^"]+/reports/[^"]+)">in the report</a>', page)
            following = re.search(r'href="([^"]+)" rel="next"', page)
            address = html.unescape(following[1]) if following else None
        assert every is not None
        assert len(places) == len(set(places)) == int(every[1])
        numbers.append(len(places))
    assert max(numbers) > 1


def test_what_is_no_figure_of_the_story_has_no_sentences(client: TestClient, story: str) -> None:
    """An id that no figure of the record has is not found, whatever it holds."""
    for claim in ("fig-none", "%3Cscript%3E"):
        answer = client.get(f"/stories/{story}/figures/{claim}")
        assert answer.status_code == 404
        assert "<script>" not in answer.text
