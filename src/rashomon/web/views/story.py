"""A story: its living dossier, view by view, as of any instant and under any policy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.errors import NotFoundError
from rashomon.model.dossier import Dossier
from rashomon.rendering.components.chart_points import has_history
from rashomon.rendering.components.citable import best_citable
from rashomon.rendering.components.spark_line import spark_line
from rashomon.rendering.lookup import lookup_of
from rashomon.rendering.page_sections import Lead, content_of, last_day
from rashomon.web.record_page import deciding
from rashomon.web.site import Person, Site, site_of
from rashomon.web.views.asked import Asked, asked_of
from rashomon.web.views.evidence_links import links_from
from rashomon.web.views.story_page import STORY_VIEWS, Opened, View

router = APIRouter()


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
    # Asked for first: what comes while the dossier is composed is not in it.
    seen = app.standing_at(site.address, story)
    dossier = site.dossier(story, asked.as_of, asked.policy)
    opened = Opened(request, site, person, story, asked, dossier)
    moments = site.moments(story)
    if asked.as_of is None:
        site.ready.ask(story, moments)
    looked = app.looks(site.address, person.name, [dossier.story]).get(dossier.story)
    came = None
    if looked is not None and looked.report < seen.report:
        came = app.came_since(site.address, dossier.story, looked)
    if asked.as_of is None:
        app.look(site.address, person.name, dossier.story, seen)
    return opened.tab(
        "story.html",
        shown,
        moments=moments,
        looked=looked,
        came=came,
        deciding=_deciding(shown, asked, dossier, person, site),
        second=site.serving.accounts,
        **(content := content_of(dossier, shown.sections)),
        **_beside_brief(dossier, content["leads"]),
        **links_from(opened.lookup, asked, shown.name),
    )


def _beside_brief(dossier: Dossier, leads: Sequence[Lead]) -> dict[str, Any]:
    """The histories of the brief's figures in a strip, and a line to cite each by."""
    lookup = lookup_of(dossier)
    known = {a.id: a for a in dossier.assessments}
    shown = [known[block.id] for block in leads]
    drawn = [
        (a.id, lookup.counted(a), spark_line(a, lookup, last_day(dossier))) for a in shown if has_history(a, lookup)
    ]
    return {"strip": drawn, "citables": [c for a in shown if (c := best_citable(a, lookup)) is not None]}


def _deciding(view: View, asked: Asked, dossier: Dossier, person: Person, site: Site) -> dict[str, Any] | None:
    """What can be decided on the record as it stands, for one who may; nothing beside an earlier state of it."""
    if view.name != "record" or asked.as_of is not None or not person.may("reviewer"):
        return None
    return deciding(site.address, dossier)
