"""Two reports of a story side by side: which words they share, which were altered."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import NotFoundError
from rashomon.rendering.components import source_lists
from rashomon.rendering.html_page import standing_of
from rashomon.rendering.lookup import lookup_of
from rashomon.web.compared_text import compare
from rashomon.web.pages import page
from rashomon.web.site import site_of
from rashomon.web.views.asked import asked_of
from rashomon.web.views.story import STORY_VIEWS

router = APIRouter()


@router.get("/stories/{story}/compare")
def compared(request: Request, story: str, one: str = "", other: str = "") -> Response:
    """Both reports with their marks, names masked as everywhere. Raises NotFoundError."""
    site = site_of(request)
    person = site.need(request, "reader")
    asked = asked_of(request)
    dossier = site.dossier(story, asked.as_of, asked.policy)
    lines = source_lists.reports(lookup_of(dossier))
    by_id, texts = {r.id: r for r in lines}, dossier.full_texts or {}
    if one not in by_id or other not in by_id:
        raise NotFoundError("This story has no such report.", "Go back to its sources.")
    altered = [a.what for g in dossier.copy_groups for a in g.altered if a.report in (one, other)]
    return page(
        request, "compare.html", person, views=STORY_VIEWS, view=None, story=story, asked=asked, reports=lines,
        one=by_id[one], other=by_id[other], compared=compare(texts.get(one, ""), texts.get(other, "")),
        altered=list(dict.fromkeys(altered)), **standing_of(dossier),
    )  # fmt: skip
