"""What is going on: the stories, the newest change first."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.web.pages import page
from rashomon.web.site import site_of

router = APIRouter()
#: Stories a page.
_PAGE = 30


@router.get("/")
def stories(request: Request, start: int = 0) -> Response:
    """The list of stories, each with its headline, its newest report and what changed since this person looked."""
    site = site_of(request)
    person = site.need(request, "reader")
    listed = app.stories(site.address, limit=_PAGE + 1, start=max(0, start))
    looked = app.looked_at(site.address, person.name)
    lines = [
        {"line": line, "new": line.newest is not None and line.newest > looked[line.id] if line.id in looked else None}
        for line in listed[:_PAGE]
    ]
    later = start + _PAGE if len(listed) > _PAGE else None
    earlier = max(0, start - _PAGE) if start > 0 else None
    return page(request, "stories.html", person, lines=lines, later=later, earlier=earlier)
