"""A story: its living dossier, view by view, as of any instant and under any policy."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.errors import NotFoundError
from rashomon.rendering.html_page import standing_of
from rashomon.rendering.page_sections import content_of
from rashomon.settings import POLICIES
from rashomon.web.pages import page
from rashomon.web.site import site_of
from rashomon.web.views.asked import asked_of

router = APIRouter()


@dataclass(frozen=True, slots=True)
class View:
    """One view of a story: its name in addresses, what it is called, and the sections of the dossier that it shows."""

    name: str
    title: str
    sections: tuple[str, ...]


#: The views of a story in the order of its tabs; the first is the story's own page.
STORY_VIEWS = (
    View("", "Brief", ("not_known", "headline", "key_points", "paragraphs", "disagreements")),
    View("figures", "Figures", ("figures", "charts")),
    View("timeline", "Timeline", ("days", "background")),
    View("map", "Map", ("map", "control")),
    View("differences", "Where accounts differ", ("disagreements", "accusations")),
    View("voices", "Who said what", ("speakers", "alliances")),
    View("sources", "Sources", ("sources", "counted", "repeats", "bounds", "reports")),
    View("record", "Record", ("decisions", "grades", "issues")),
)


@router.get("/stories/{story}")
@router.get("/stories/{story}/{view}")
def story_view(request: Request, story: str, view: str = "") -> Response:
    """One view of a story. Raises NotFoundError where there is no such story or view."""
    site = site_of(request)
    person = site.need(request, "reader")
    shown = next((v for v in STORY_VIEWS if v.name == view), None)
    if shown is None:
        raise NotFoundError("A story has no such view.", "Go back to its brief.")
    asked = asked_of(request)
    dossier = site.dossier(story, asked.as_of, asked.policy)
    if asked.as_of is None:
        app.look(site.address, person.name, dossier.story)
    return page(
        request,
        "story.html",
        person,
        views=STORY_VIEWS,
        view=shown,
        story=story,
        asked=asked,
        policies=POLICIES,
        moments=app.moments(site.address, story),
        **standing_of(dossier),
        **content_of(dossier, shown.sections),
    )
