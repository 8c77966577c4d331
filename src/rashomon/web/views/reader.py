"""A report with what was made of it: every claim marked in place, names masked as everywhere."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rashomon import app
from rashomon.errors import NotFoundError
from rashomon.model.dossier import Dossier
from rashomon.rendering.components import source_lists
from rashomon.rendering.components.source_lists import ReportLine
from rashomon.rendering.html_page import standing_of
from rashomon.rendering.lookup import Lookup
from rashomon.web.marked_text import marked_text, marked_title
from rashomon.web.pages import page
from rashomon.web.site import site_of
from rashomon.web.views.asked import asked_of
from rashomon.web.views.story import STORY_VIEWS

router = APIRouter()


@router.get("/stories/{story}/reports/{report}")
def reader(request: Request, story: str, report: str) -> Response:
    """One report of a story; one that its page no longer carries leads to the versions. Raises NotFoundError."""
    site = site_of(request)
    person = site.need(request, "reader")
    asked = asked_of(request)
    dossier = site.dossier(story, asked.as_of, asked.policy)
    lookup = Lookup(dossier)
    lines = source_lists.reports(lookup)
    line = next((r for r in lines if r.id == report), None)
    if line is None and app.count_versions(site.address, report) > 1:
        return RedirectResponse(f"{request.url.path}/versions{asked.query}", 303)
    if line is None:
        raise NotFoundError("This story has no such report.", "Go back to its sources.")
    return page(
        request, "reader.html", person, views=STORY_VIEWS, view=None, story=story, asked=asked, report=line,
        title=marked_title(dossier, report), text=marked_text(dossier, report), others=_alike(dossier, report, lines),
        versions=app.count_versions(site.address, report), **standing_of(dossier),
    )  # fmt: skip


def _alike(dossier: Dossier, report: str, lines: list[ReportLine]) -> list[ReportLine]:
    """The other reports that carry the same text."""
    group = next((g.reports for g in dossier.copy_groups if report in g.reports), ())
    return [r for r in lines if r.id in group and r.id != report]
