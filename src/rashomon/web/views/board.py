"""A story's figures as a board, question by question and origin by origin."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.rendering.html_page import standing_of
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.page_sections import content_of
from rashomon.settings import POLICIES
from rashomon.web.figure_board import figure_boards
from rashomon.web.pages import page
from rashomon.web.site import site_of
from rashomon.web.views.asked import asked_of
from rashomon.web.views.evidence_links import sentence_link
from rashomon.web.views.story import STORY_VIEWS

router = APIRouter()


@router.get("/stories/{story}/figures")
def board(request: Request, story: str) -> Response:
    """The figure board of a story, and below it each figure with how it was counted and its sentence."""
    site = site_of(request)
    person = site.need(request, "reader")
    asked = asked_of(request)
    dossier = site.dossier(story, asked.as_of, asked.policy)
    shown = next(v for v in STORY_VIEWS if v.name == "figures")
    content = content_of(dossier, shown.sections)
    link = sentence_link(Lookup(dossier), dossier.story, asked)
    return page(
        request, "board.html", person, views=STORY_VIEWS, view=shown, story=story, asked=asked, policies=POLICIES,
        moments=app.moments(site.address, story), sentence=link,
        boards=figure_boards(dossier, content["figures"], link), **standing_of(dossier), **content,
    )  # fmt: skip
