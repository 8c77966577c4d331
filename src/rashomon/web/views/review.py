"""The queue: what waits for a person, by consequence, one key a decision."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rashomon import app
from rashomon.errors import UsageError
from rashomon.model.decision import Decision, DecisionKind
from rashomon.web.pages import page
from rashomon.web.site import RefusedError, site_of

router = APIRouter()
Field = Annotated[str, Form(max_length=4000)]
#: What can be decided of a claim in the queue.
_KINDS: dict[str, DecisionKind] = {"accept": "accept", "reject": "reject", "note": "note", "recommend": "recommend"}
_QUEUE = 200


@router.get("/review")
def review(request: Request, story: str = "", last: str = "") -> Response:
    """The first thing that waits, with its sentence and neighbours; and how much waits behind it."""
    site = site_of(request)
    person = site.need(request, "reviewer")
    items = app.review(site.address, story or None, limit=_QUEUE)
    skipped = set(request.query_params.getlist("skip"))
    waiting = [i for i in items if i.claim not in skipped]
    return page(
        request, "review.html", person, item=waiting[0] if waiting else None, waiting=len(waiting), story=story,
        last=last, skipped=sorted(skipped),
    )  # fmt: skip


@router.post("/decisions")
def decide(
    request: Request, kind: Field, target: Field, token: Field, why: Field = "", story: Field = "", seen: Field = ""
) -> Response:
    """Take one decision, unless somebody else decided on the same meanwhile. Raises RefusedError."""
    site = site_of(request)
    person = site.need_form(request, "reviewer", token)
    known = _KINDS.get(kind)
    if known is None:
        raise UsageError("There is no such decision.", "Go back to the queue.")
    newest = _newest(site.address, target)
    if newest is not None and newest.id != seen:
        raise RefusedError(
            409, f"{newest.by} decided on this meanwhile ({newest.kind}). Open the queue again to see it."
        )
    decision = app.decide(site.address, known, [target], by=person.name, why=why.strip())
    app.note_action(site.address, person.name, known, target)
    return RedirectResponse(f"/review?story={story}&last={decision.id}", 303)


@router.post("/decisions/undo")
def undo(request: Request, decision: Field, token: Field, story: Field = "") -> Response:
    """Undo a decision by another one."""
    site = site_of(request)
    person = site.need_form(request, "reviewer", token)
    app.decide(site.address, "undo", [decision], by=person.name)
    app.note_action(site.address, person.name, "undo", decision)
    return RedirectResponse(f"/review?story={story}", 303)


def _newest(address: str, target: str) -> Decision | None:
    """The newest decision on a claim that holds, or null."""
    states = app.decision_states(address)
    on_it = [d for d in app.decisions(address) if target in d.targets and d.kind in ("accept", "reject", "correct")]
    return next((d for d in reversed(on_it) if d.id not in states), None)
