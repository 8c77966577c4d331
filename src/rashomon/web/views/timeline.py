"""A story's timeline, by what happened or by when it was told, so that late knowledge shows."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import UsageError
from rashomon.rendering.components.evidence import Notes
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.page_sections import content_of
from rashomon.web.told_lines import Order, told_lines
from rashomon.web.views.evidence_links import links_from
from rashomon.web.views.story_page import open_story, view_of

router = APIRouter()
#: The orders by their name in addresses, and what they are called.
ORDERS: dict[Order, str] = {"event": "when it happened", "told": "when it was first told"}


@router.get("/stories/{story}/timeline")
def timeline(request: Request, story: str, by: str = "event") -> Response:
    """News and background in the order that the address asks for. Raises NotFoundError, UsageError."""
    opened, order = open_story(request, story), order_of(by)
    lookup = opened.lookup
    notes = Notes(lookup)
    news = told_lines(lookup, notes, order, background=False)
    past = told_lines(lookup, notes, order, background=True)
    content = content_of(opened.dossier, (), notes) | links_from(lookup, opened.asked, "timeline", by=order)
    return opened.tab(
        "timeline.html", view_of("timeline"), by=order, orders=ORDERS, news=news, past=past, **content
    )  # fmt: skip


def cite(lookup: Lookup, notes: Notes, asked: Mapping[str, str]) -> dict[str, str]:
    """Cite what the timeline of this address cites, in its order; what of the address it rests on.

    Raises UsageError.
    """
    order = order_of(asked.get("by", "event"))
    for background in (False, True):
        told_lines(lookup, notes, order, background=background)
    return {"by": order}


def order_of(by: str) -> Order:
    """The order of this name. Raises UsageError."""
    order = next((o for o in ORDERS if o == by), None)
    if order is None:
        raise UsageError(f"A timeline has no order {by}.", f"Choose from {', '.join(ORDERS)}.")
    return order
