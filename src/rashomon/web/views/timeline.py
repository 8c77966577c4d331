"""A story's timeline, by what happened or by when it was told, so that late knowledge shows."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import UsageError
from rashomon.rendering.components.evidence import Notes
from rashomon.rendering.html_page import standing_of
from rashomon.rendering.lookup import Lookup, lookup_of
from rashomon.rendering.page_sections import content_of
from rashomon.settings import POLICIES
from rashomon.web.pages import page
from rashomon.web.site import site_of
from rashomon.web.told_lines import Order, told_lines
from rashomon.web.views.asked import asked_of
from rashomon.web.views.evidence_links import links_from
from rashomon.web.views.story import STORY_VIEWS

router = APIRouter()
#: The orders by their name in addresses, and what they are called.
ORDERS: dict[Order, str] = {"event": "when it happened", "told": "when it was first told"}


@router.get("/stories/{story}/timeline")
def timeline(request: Request, story: str, by: str = "event") -> Response:
    """News and background in the order that the address asks for. Raises NotFoundError, UsageError."""
    site = site_of(request)
    person = site.need(request, "reader")
    order, asked = order_of(by), asked_of(request)
    dossier = site.dossier(story, asked.as_of, asked.policy)
    lookup = lookup_of(dossier)
    notes = Notes(lookup)
    news = told_lines(lookup, notes, order, background=False)
    past = told_lines(lookup, notes, order, background=True)
    shown = next(v for v in STORY_VIEWS if v.name == "timeline")
    content = content_of(dossier, (), notes) | standing_of(dossier) | links_from(lookup, asked, "timeline", by=order)
    return page(
        request, "timeline.html", person, views=STORY_VIEWS, view=shown, story=story, asked=asked, policies=POLICIES,
        moments=site.moments(story), by=order, orders=ORDERS, news=news, past=past,
        **content,
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
