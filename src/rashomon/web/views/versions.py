"""The versions of one page: which words an edit added and removed, and which claims it changed."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.model.version import Version
from rashomon.rendering import wording
from rashomon.rendering.plain_text import clean, web_address
from rashomon.web.compared_text import edited
from rashomon.web.views.story_page import open_story

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Step:
    """One version of the page as the list shows it: when it stood there, and what it changed."""

    number: int
    report: str
    title: str
    stood: str
    note: str
    figures: tuple[str, ...]
    others: tuple[str, ...]


@router.get("/stories/{story}/reports/{report}/versions")
def versions(request: Request, story: str, report: str, of: int = 0) -> Response:
    """A page's versions, and the one that the address asks for (the newest without) beside the one before it.

    Raises NotFoundError.
    """
    opened = open_story(request, story)
    site, name = opened.site, opened.dossier.story
    found = app.page_versions(site.address, name, report, site.protector(name))
    steps = [_step(number, v.version) for number, v in enumerate(found, 1)]
    at = of if 2 <= of <= len(found) else len(found)
    beside = edited(found[at - 2].text, found[at - 1].text) if at > 1 else None
    return opened.page(
        "versions.html", report=report, steps=steps, at=at, beside=beside,
        outlet=clean(found[0].version.outlet or "outlet not named"), url=web_address(found[-1].version.address),
    )  # fmt: skip


def _step(number: int, version: Version) -> Step:
    figures = tuple(clean(c.text) for c in version.changes if c.kind != "other")
    others = tuple(clean(c.text) for c in version.changes if c.kind == "other")
    title = clean(version.title or "untitled")
    return Step(number, version.report, title, _stood(version), clean(version.note or ""), figures, others)


def _stood(version: Version) -> str:
    first, last = version.seen_from, version.seen_until
    if first is None:
        return "seen at an unknown time"
    seen = f"first seen {wording.instant(first.isoformat())}"
    if last is not None and last != first:
        seen += f", last {wording.instant(last.isoformat())}"
    return f"{seen}; a text that stood there before" if version.again else seen
