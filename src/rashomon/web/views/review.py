"""The queue: what waits for a person, by consequence, one key a decision."""

from __future__ import annotations

from collections.abc import Collection

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.project import ReviewItem
from rashomon.web.pages import page
from rashomon.web.review_page import fix_fields, proposals_of, told
from rashomon.web.site import Site, site_of

router = APIRouter()
#: So much of the queue is looked at, and so much of it is sent ahead of being asked for.
_QUEUE, _AHEAD = 200, 12


@router.get("/review")
def review(request: Request, story: str = "", last: str = "", proposed: str = "") -> Response:
    """The first thing that waits, with its sentence and neighbours; and how much waits behind it."""
    site = site_of(request)
    person = site.need(request, "reviewer")
    taken = app.decisions(site.address)
    proposals = app.proposals(site.address)
    skipped = set(request.query_params.getlist("skip"))
    items, waiting, more = _waiting(site, story, skipped.union(*(p.targets for p in proposals)))
    item = waiting[0] if waiting else None
    done = next((d for d in taken if d.id == last), None)
    return page(
        request, "review.html", person, item=item, waiting=len(waiting), more=more, story=story,
        last=told(done) if done is not None else None, proposed=bool(proposed), skipped=sorted(skipped),
        seen=taken[-1].id if taken else "", fields=fix_fields(item.kind) if item is not None else (),
        proposals=proposals_of(proposals, {i.claim: i for i in items}, person.name), second=site.serving.accounts,
        earlier=[told(d) for d in app.decisions_about(site.address, {item.claim})] if item is not None else [],
    )  # fmt: skip


@router.get("/review/ahead")
def ahead(request: Request, story: str = "") -> Response:
    """The next things that wait, each as the queue's page shows it, so that a key's effect is seen at once."""
    site = site_of(request)
    person = site.need(request, "reviewer")
    taken = app.decisions(site.address)
    skipped = set(request.query_params.getlist("skip"))
    _, waiting, more = _waiting(site, story, skipped.union(*(p.targets for p in app.proposals(site.address))))
    shown = [
        (i, [told(d) for d in app.decisions_about(site.address, {i.claim})], fix_fields(i.kind))
        for i in waiting[:_AHEAD]
    ]
    return page(
        request, "review_ahead.html", person, ahead=shown, waiting=len(waiting), more=more, story=story,
        skipped=sorted(skipped), seen=taken[-1].id if taken else "", second=site.serving.accounts,
    )  # fmt: skip


def _waiting(site: Site, story: str, elsewhere: Collection[str]) -> tuple[list[ReviewItem], list[ReviewItem], bool]:
    """The queue, what of it waits for this page, and whether more follows.

    Whoever decides waits for no story that is composed anew: that goes on behind the page. Only where nothing more is
    at hand the queue is looked at as it stands.
    """
    # What stands elsewhere may be the first of it all.
    most = _QUEUE + len(elsewhere)
    items = app.review(site.address, story or None, limit=most, at_hand=True)
    if all(i.claim in elsewhere for i in items):
        items = app.review(site.address, story or None, limit=most)
    elif app.unmade_lines(site.address):
        site.lines.wake()
    waiting = [i for i in items if i.claim not in elsewhere]
    return items, waiting, len(items) == most
