"""The line over which open pages hear that something changed."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import StreamingResponse

from rashomon.web.live import Changes
from rashomon.web.site import site_of

router = APIRouter()


@router.get("/events")
def events(request: Request) -> StreamingResponse:
    """An endless stream of server-sent events: one now, one each time the project changes."""
    site_of(request).need(request, "reader")
    changes: Changes = request.app.state.changes
    return StreamingResponse(changes.events(), media_type="text/event-stream")
