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
from rashomon.web.api import PREFIX
from rashomon.web.views.story_page import open_story, view_of

router = APIRouter()
#: Formats that need a choice which the page does not offer.
_NOT_HERE = ("corrections",)


@router.get("/stories/{story}/exports")
def exports(request: Request, story: str, lost: str = "") -> Response:
    """The formats with their files; with `lost`, what one of them leaves out. Raises NotFoundError, PartError."""
    opened = open_story(request, story)
    dossier = opened.dossier
    offered = [f for f in app.formats() if f.name not in _NOT_HERE]
    if lost and lost not in {f.name for f in offered}:
        raise NotFoundError(f"There is no format {lost}.", "Choose one of the list.")
    report = app.export_dossiers(lost, [dossier], ExportOptions()).report if lost else None
    return opened.tab(
        "exports.html", view_of("exports"), formats=offered,
        files=f"{PREFIX}/stories/{quote(story)}/exports", report=report,
        losses=_by_reason(report) if report is not None else [],
    )  # fmt: skip


def _by_reason(report: LossReport) -> list[tuple[str, str, int]]:
    """What became of records, why, and of how many; the most frequent reason first."""

    def key(loss: Loss) -> tuple[str, str]:
        return loss.what, loss.reason

    found = [(what, why, len(list(some))) for (what, why), some in groupby(sorted(report.losses, key=key), key=key)]
    return sorted(found, key=lambda line: (-line[2], line))
