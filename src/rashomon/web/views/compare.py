"""Two reports of a story side by side: which words they share, which were altered."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import NotFoundError
from rashomon.rendering.components import source_lists
from rashomon.web.compared_text import compare
from rashomon.web.views.story_page import open_story

router = APIRouter()


@router.get("/stories/{story}/compare")
def compared(request: Request, story: str, one: str = "", other: str = "") -> Response:
    """Both reports with their marks, names masked as everywhere. Raises NotFoundError."""
    opened = open_story(request, story)
    dossier = opened.dossier
    lines = source_lists.reports(opened.lookup)
    by_id, texts = {r.id: r for r in lines}, dossier.full_texts or {}
    if one not in by_id or other not in by_id:
        raise NotFoundError("This story has no such report.", "Go back to its sources.")
    altered = [a.what for g in dossier.copy_groups for a in g.altered if a.report in (one, other)]
    return opened.page(
        "compare.html", reports=lines, one=by_id[one], other=by_id[other],
        compared=compare(texts.get(one, ""), texts.get(other, "")), altered=list(dict.fromkeys(altered)),
    )  # fmt: skip
