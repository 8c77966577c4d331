"""Search over reports and claims, with filters that stand in the address."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.web.pages import page
from rashomon.web.site import site_of

router = APIRouter()
_FILTERS = ("outlet", "root", "measure", "place", "first", "last", "story")


@router.get("/search")
def search(request: Request, q: str = "", start: int = 0) -> Response:
    """The hits for the words and filters of the address. Raises UsageError."""
    site = site_of(request)
    person = site.need(request, "reader")
    given = {name: request.query_params.get(name) or None for name in _FILTERS}
    kinds = [k for k in request.query_params.getlist("kind") if k]
    asked = bool(q.strip() or kinds or any(given.values()))
    found = (
        app.search(
            site.address,
            q.strip() or None,
            outlet=given["outlet"],
            root=given["root"],
            measure=given["measure"],
            place=given["place"],
            first=given["first"],
            last=given["last"],
            story=given["story"],
            kinds=kinds,
            limit=20,
            start=max(0, start),
        )
        if asked
        else None
    )
    return page(request, "search.html", person, q=q, given=given, kinds=kinds, found=found)
