"""Searching reports and claims."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.web.api.answers import answer, one_page
from rashomon.web.api.asked import Limit, Start, Words, reader
from rashomon.web.api.schemas import many, returns
from rashomon.web.site import site_of

router = APIRouter(tags=["search"], dependencies=[Depends(reader)])
Several = Annotated[list[str] | None, Query(max_length=20)]


@router.get("/search", responses=returns(many("SearchHit"), 404))
def search(
    request: Request, q: Words = None, outlet: Words = None, root: Words = None, measure: Words = None,
    place: Words = None, first: Words = None, last: Words = None, story: Words = None, support: Several = None,
    kind: Several = None, start: Start = 0, limit: Limit = 20,
) -> Response:  # fmt: skip
    """What matches the words and every filter, the best first; names are masked."""

    def made() -> dict[str, object]:
        site = site_of(request)
        found = app.search(
            site.address, q or None, outlet=outlet or None, root=root or None, measure=measure or None,
            place=place or None, first=first or None, last=last or None, story=story or None, support=support or (),
            kinds=kind or (), limit=limit, start=start, guard=site.protector,
        )  # fmt: skip
        return one_page(request, [*found.hits, *([None] if found.more else [])], start, limit)

    return answer(request, made)
