"""Who tells a story: who repeats whom, families, sides, roots, and each outlet's record, number by number."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.rendering.components.repeats_graph import repeats_graph
from rashomon.rendering.html_page import standing_of
from rashomon.rendering.lookup import lookup_of
from rashomon.rendering.page_sections import content_of
from rashomon.rendering.plain_text import clean
from rashomon.settings import POLICIES
from rashomon.web.outlet_page import COLUMNS, anchor_of, counts_of, outlet_lines, root_lines
from rashomon.web.pages import page
from rashomon.web.site import site_of
from rashomon.web.views.asked import asked_of
from rashomon.web.views.evidence_links import links_from, report_link, sentence_link
from rashomon.web.views.story import STORY_VIEWS

router = APIRouter()


@router.get("/stories/{story}/sources")
def sources(request: Request, story: str) -> Response:
    """The sources of one story."""
    site = site_of(request)
    person = site.need(request, "reader")
    asked = asked_of(request)
    dossier = site.dossier(story, asked.as_of, asked.policy)
    lookup = lookup_of(dossier)
    shown = next(v for v in STORY_VIEWS if v.name == "sources")
    records = app.story_outlets(site.address, dossier)
    return page(
        request, "sources_view.html", person, views=STORY_VIEWS, view=shown, story=story, asked=asked,
        policies=POLICIES, moments=site.moments(story), graph=repeats_graph(lookup), columns=COLUMNS,
        outlets=outlet_lines(records, lookup, sentence_link(lookup, dossier.story, asked), asked.query),
        roots=root_lines(dossier), reader=report_link(dossier.story, asked),
        **content_of(dossier, shown.sections), **standing_of(dossier), **links_from(lookup, asked, shown.name),
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
