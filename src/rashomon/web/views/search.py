"""Search over reports and claims: each hit leads to its words, names are masked, filters stand in the address."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.model.claim import MEASURES
from rashomon.web.found_lines import KINDS, found_lines
from rashomon.web.pages import page
from rashomon.web.site import site_of

router = APIRouter()
#: Filters of one value each, and how many hits stand on a page.
_FILTERS = ("outlet", "root", "measure", "place", "first", "last", "story")
_PAGE = 20


@router.get("/search")
def search(request: Request, q: str = "", start: int = 0) -> Response:
    """The hits for the words and filters of the address. Raises UsageError, NotFoundError for a story."""
    site = site_of(request)
    person = site.need(request, "reader")
    start = max(0, start)
    given = {name: request.query_params.get(name, "").strip() for name in _FILTERS}
    filters = {name: value for name, value in given.items() if value}
    kinds = [k for k in request.query_params.getlist("kind") if k]
    words = q.strip()
    found = None
    if words or kinds or filters:
        found = app.search(
            site.address, words or None, limit=_PAGE, start=start, kinds=kinds, guard=site.protector,
            **filters,  # type: ignore[arg-type]
        )  # fmt: skip
    query = urlencode([*((("q", words),) if words else ()), *filters.items(), *(("kind", k) for k in kinds)])
    return page(
        request, "search.html", person, q=q, given=given, chosen=kinds, kinds=KINDS, measures=MEASURES, query=query,
        filtered=bool(filters), asked=found is not None, start=start, step=_PAGE,
        more=found is not None and found.more, hits=found_lines(found.hits) if found is not None else [],
    )  # fmt: skip
