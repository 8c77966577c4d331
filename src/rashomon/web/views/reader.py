"""A report with what was made of it: every claim marked in place, names masked as everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rashomon import app
from rashomon.errors import NotFoundError
from rashomon.model.dossier import Dossier
from rashomon.rendering.components import source_lists
from rashomon.rendering.components.source_lists import ReportLine
from rashomon.web.found_lines import KINDS
from rashomon.web.marked_text import Paragraph, marked_text, marked_title
from rashomon.web.views.story_page import open_story

router = APIRouter()


@router.get("/stories/{story}/reports/{report}")
def reader(request: Request, story: str, report: str) -> Response:
    """One report of a story; one that its page no longer carries leads to the versions. Raises NotFoundError."""
    opened = open_story(request, story)
    site, dossier = opened.site, opened.dossier
    lines = source_lists.reports(opened.lookup)
    line = next((r for r in lines if r.id == report), None)
    if line is None and app.count_versions(site.address, report) > 1:
        return RedirectResponse(f"{request.url.path}/versions{opened.asked.query}", 303)
    if line is None:
        raise NotFoundError("This story has no such report.", "Go back to its sources.")
    title, text = marked_title(dossier, report), marked_text(dossier, report)
    others = _alike(dossier, report, lines)
    return opened.page(
        "reader.html", report=line, title=title, text=text, kinds=_kinds((title, *text)), others=others,
        beside=None if others else _neighbour(report, lines),
        versions=app.count_versions(site.address, report),
    )  # fmt: skip


def _kinds(paragraphs: Sequence[Paragraph]) -> list[tuple[str, str]]:
    """The kinds of claims that are marked, each with what it is called, in the order of these words."""
    found = {remark.kind for paragraph in paragraphs for remark in paragraph.remarks}
    return [(kind, name.lower()) for kind, name in KINDS.items() if kind in found]


def _neighbour(report: str, lines: Sequence[ReportLine]) -> str | None:
    """The report of the story before this one, after the first one the second; null where it is the only one."""
    at = next(n for n, line in enumerate(lines) if line.id == report)
    return lines[at - 1 if at else 1].id if len(lines) > 1 else None


def _alike(dossier: Dossier, report: str, lines: list[ReportLine]) -> list[ReportLine]:
    """The other reports that carry the same text."""
    group = next((g.reports for g in dossier.copy_groups if report in g.reports), ())
    return [r for r in lines if r.id in group and r.id != report]
