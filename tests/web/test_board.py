"""The figure board: origins as columns, what was replaced and what is contradicted, and the way to each sentence."""

from __future__ import annotations

import html
import re

from starlette.testclient import TestClient
from tests.rendering.fixtures import rich_dossier

from rashomon.rendering.components.evidence import Notes
from rashomon.rendering.components.figure_table import figure_groups
from rashomon.rendering.lookup import Lookup
from rashomon.web.figure_board import OTHERS, Board, Line, figure_boards


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
