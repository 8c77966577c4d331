"""Stories: the list, a dossier, its figures with their evidence, its events, its instants, what changed."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.errors import NotFoundError
from rashomon.model.dossier import Dossier
from rashomon.web.api.answers import answer, one_page
from rashomon.web.api.asked import AsOf, Instant, Limit, Policy, Start, StoryId, Words, dossier_of, reader
from rashomon.web.api.schemas import many, one, returns
from rashomon.web.site import site_of

router = APIRouter(tags=["stories"], dependencies=[Depends(reader)])


@router.get("/stories", responses=returns(many("StoryLine")))
def list_stories(request: Request, start: Start = 0, limit: Limit = 50) -> Response:
    """The stories, that with the newest report first."""
    address = site_of(request).address
    return answer(request, lambda: one_page(request, app.stories(address, limit=limit + 1, start=start), start, limit))


@router.get("/stories/{story}", responses=returns(one("Dossier"), 404))
def dossier(request: Request, story: StoryId, as_of: AsOf = None, policy: Policy = "recommended") -> Response:
    """A story's dossier, as things stand or as of an instant; the fields are those of dossier.json."""
    return answer(request, lambda: without_texts(dossier_of(request, story, as_of, policy)))


@router.get("/stories/{story}/figures", responses=returns(many("Assessment"), 404))
def figures(
    request: Request, story: StoryId, as_of: AsOf = None, policy: Policy = "recommended", measure: Words = None,
    root: Words = None, place: Words = None, start: Start = 0, limit: Limit = 50,
) -> Response:  # fmt: skip
    """The reconciled figures of a story: low, best, high, support, roots and the claims that they rest on."""

    def made() -> dict[str, Any]:
        chosen = [
            a
            for a in dossier_of(request, story, as_of, policy).assessments
            if (measure is None or a.question.measure == measure)
            and (root is None or root in a.roots)
            and (place is None or (a.question.place is not None and a.question.place.name == place))
        ]
        return one_page(request, chosen[start : start + limit + 1], start, limit)

    return answer(request, made)


@router.get("/stories/{story}/claims/{claim}", responses=returns({"type": "object"}, 404))
def claim(request: Request, story: StoryId, claim: StoryId, as_of: AsOf = None) -> Response:
    """One claim with its sentence (names masked), its report and its relations to other figures."""
    return answer(request, lambda: _claim(dossier_of(request, story, as_of, "recommended"), claim))


@router.get("/stories/{story}/events", responses=returns(many("Event"), 404))
def events(
    request: Request, story: StoryId, as_of: AsOf = None, type: Words = None, background: bool | None = None,
    start: Start = 0, limit: Limit = 50,
) -> Response:  # fmt: skip
    """The events of a story, news and background."""

    def made() -> dict[str, Any]:
        chosen = [
            e
            for e in dossier_of(request, story, as_of, "recommended").events
            if (type is None or e.type == type) and (background is None or e.background == background)
        ]
        return one_page(request, chosen[start : start + limit + 1], start, limit)

    return answer(request, made)


@router.get("/stories/{story}/moments", responses=returns({"type": "array", "items": one("Moment")}, 404))
def moments(request: Request, story: StoryId) -> Response:
    """The instants at which a story changed, with the reports that count from then on."""
    return answer(request, lambda: app.moments(site_of(request).address, story))


@router.get("/stories/{story}/changes", responses=returns(one("Comparison"), 404))
def changes(request: Request, story: StoryId, since: Instant, until: AsOf = None) -> Response:
    """What changed in a story from one instant to another (without `until`: to now)."""

    def made() -> Any:
        earlier = dossier_of(request, story, since, "recommended")
        return app.diff_dossiers(earlier, dossier_of(request, story, until, "recommended"))

    return answer(request, made)


def without_texts(found: Dossier) -> dict[str, Any]:
    """The dossier without whole reports: these belong to their owners, the excerpts say what is needed."""
    kept = msgspec.to_builtins(found)
    kept["full_texts"] = None
    return dict(kept)


def _claim(found: Dossier, claim_id: str) -> dict[str, Any]:
    claim = next((c for c in found.claims if c.id == claim_id), None)
    if claim is None:
        raise NotFoundError(f"The story has no claim {claim_id}.", "See its dossier's claims.")
    report = next((r for r in found.reports if r.id == claim.report), None)
    excerpt = next((e for e in found.excerpts if e.claim == claim_id), None)
    relations = [r for r in found.relations if claim_id in (r.from_claim, r.to_claim)]
    return {"claim": claim, "report": report, "excerpt": excerpt, "relations": relations}
