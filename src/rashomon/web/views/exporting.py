"""Taking a story along: every format as a file, with what it cannot carry told beside it."""

from __future__ import annotations

from itertools import groupby
from urllib.parse import quote

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.errors import NotFoundError
from rashomon.model.exported import ExportOptions, Loss, LossReport
from rashomon.rendering.html_page import standing_of
from rashomon.settings import POLICIES
from rashomon.web.api import PREFIX
from rashomon.web.pages import page
from rashomon.web.site import site_of
from rashomon.web.views.asked import asked_of
from rashomon.web.views.story import STORY_VIEWS

router = APIRouter()
#: Formats that need a choice which the page does not offer.
_NOT_HERE = ("corrections",)


@router.get("/stories/{story}/exports")
def exports(request: Request, story: str, lost: str = "") -> Response:
    """The formats with their files; with `lost`, what one of them leaves out. Raises NotFoundError, PartError."""
    site = site_of(request)
    person = site.need(request, "reader")
    asked = asked_of(request)
    dossier = site.dossier(story, asked.as_of, asked.policy)
    offered = [f for f in app.formats() if f.name not in _NOT_HERE]
    if lost and lost not in {f.name for f in offered}:
        raise NotFoundError(f"There is no format {lost}.", "Choose one of the list.")
    report = app.export_dossiers(lost, [dossier], ExportOptions()).report if lost else None
    return page(
        request, "exports.html", person, views=STORY_VIEWS, view=next(v for v in STORY_VIEWS if v.name == "exports"),
        story=story, asked=asked, policies=POLICIES, moments=site.moments(story), formats=offered,
        files=f"{PREFIX}/stories/{quote(story)}/exports", report=report,
        losses=_by_reason(report) if report is not None else [], **standing_of(dossier),
    )  # fmt: skip


def _by_reason(report: LossReport) -> list[tuple[str, str, int]]:
    """What became of records, why, and of how many; the most frequent reason first."""

    def key(loss: Loss) -> tuple[str, str]:
        return loss.what, loss.reason

    found = [(what, why, len(list(some))) for (what, why), some in groupby(sorted(report.losses, key=key), key=key)]
    return sorted(found, key=lambda line: (-line[2], line))
