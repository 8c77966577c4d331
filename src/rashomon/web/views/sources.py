"""Who tells a story: who repeats whom, families, sides, roots, and each outlet's record, number by number."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.rendering.components.repeats_graph import repeats_graph
from rashomon.rendering.page_sections import content_of
from rashomon.rendering.plain_text import clean
from rashomon.web.outlet_page import COLUMNS, anchor_of, counts_of, outlet_lines, root_lines
from rashomon.web.pages import page
from rashomon.web.site import site_of
from rashomon.web.views.evidence_links import links_from, report_link, sentence_link
from rashomon.web.views.story_page import open_story, view_of

router = APIRouter()


@router.get("/stories/{story}/sources")
def sources(request: Request, story: str) -> Response:
    """The sources of one story."""
    opened = open_story(request, story)
    asked, dossier, lookup = opened.asked, opened.dossier, opened.lookup
    shown = view_of("sources")
    records = app.story_outlets(opened.site.address, dossier)
    return opened.tab(
        "sources_view.html", shown, graph=repeats_graph(lookup), columns=COLUMNS,
        outlets=outlet_lines(records, lookup, sentence_link(lookup, dossier.story, asked), asked.query),
        roots=root_lines(dossier), reader=report_link(dossier.story, asked),
        **content_of(dossier, shown.sections), **links_from(lookup, asked, shown.name),
    )  # fmt: skip


@router.get("/outlets")
def outlet(request: Request, name: str = "") -> Response:
    """One outlet's record in the whole project, story by story. Raises NotFoundError."""
    site = site_of(request)
    person = site.need(request, "reader")
    found, more = app.outlet_in_project(site.address, name)
    stories = [(record, clean(headline), counts_of([record])) for headline, record in found]
    return page(
        request, "outlet.html", person, outlet=clean(name), stories=stories, more=more, columns=COLUMNS,
        totals=counts_of([record for _, record in found]), anchor=anchor_of(name),
    )  # fmt: skip
