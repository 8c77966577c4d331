"""Decisions: what waits for a person, what was decided, deciding."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.errors import UsageError
from rashomon.model.attribution import AdmiraltyGrade
from rashomon.model.decision import Decision, DecisionKind
from rashomon.web.api.answers import JSON, answer, encoded, one_page
from rashomon.web.api.asked import Limit, Start, Words
from rashomon.web.api.schemas import Responses, done, many, one, returns
from rashomon.web.site import site_of

router = APIRouter(tags=["decisions"])
Text = Annotated[str, Field(max_length=400)]
_PROPOSED: Responses = {202: {"description": "Proposed: another person must confirm it."}}


class DecisionIn(BaseModel):
    """One judgement, as `rashomon decide` takes it; `seen` is the newest decision on the same that was looked at."""

    kind: DecisionKind
    targets: Annotated[list[Text], Field(min_length=1, max_length=50)]
    why: Annotated[str, Field(max_length=4000)] = ""
    correction: dict[str, str | float | int | None] | None = None
    grade: AdmiraltyGrade | None = None
    seen: Text | None = None


@router.get("/review", responses=returns(many("ReviewItem"), 404))
def review(request: Request, story: Words = None, start: Start = 0, limit: Limit = 20) -> Response:
    """What waits for a person, by consequence. Needs the role reviewer."""
    site = site_of(request)
    site.need(request, "reviewer")
    asked = start + limit + 1
    return answer(
        request, lambda: one_page(request, app.review(site.address, story or None, limit=asked)[start:], start, limit)
    )


@router.get("/decisions", responses=returns(many("Decision")))
def decisions(request: Request, start: Start = 0, limit: Limit = 50) -> Response:
    """Every decision, undone ones included, in the order in which they were taken. Needs the role reviewer."""
    site = site_of(request)
    site.need(request, "reviewer")
    return answer(
        request,
        lambda: one_page(
            request, [_shown(d) for d in app.decisions(site.address)[start : start + limit + 1]], start, limit
        ),
    )


@router.post("/decisions", responses={**done(one("Decision"), 404, 409), **_PROPOSED})
def decide(request: Request, given: DecisionIn) -> Response:
    """Take one decision. What can harm a person needs a reason, and a second person where persons sign in."""
    site = site_of(request)
    person = site.need_script(request, "reviewer")
    targets = tuple(given.targets)
    if app.needs_second(given.kind, targets):
        if not given.why:
            raise UsageError("This decision can harm a person: it needs a reason.", "Give `why`.")
        if site.serving.accounts:
            app.propose(site.address, given.kind, targets, by=person.name, why=given.why)
            return Response(encoded({"proposed": True}), 202, media_type=JSON)
    decision = app.decide(
        site.address, given.kind, targets, by=person.name, why=given.why,
        correction=app.read_correction(given.correction) if given.correction else None,
        grade=given.grade, seen=given.seen,
    )  # fmt: skip
    noted = decision.id if given.kind == "unmask" else " ".join(targets)
    app.note_action(site.address, person.name, given.kind, noted)
    return Response(encoded(_shown(decision)), media_type=JSON)


def _shown(decision: Decision) -> Decision:
    """The decision; a name that it unmasks stands in the project's own record only."""
    if decision.kind != "unmask":
        return decision
    return msgspec.structs.replace(decision, targets=tuple("█" * len(t) for t in decision.targets))
