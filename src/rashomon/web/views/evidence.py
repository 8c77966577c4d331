"""The sentences behind a view of a story, a page at a time: what the view itself folds to a line."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import NotFoundError
from rashomon.rendering.components.evidence import Notes
from rashomon.rendering.components.evidence_list import evidence
from rashomon.rendering.page_sections import content_of
from rashomon.web.views import timeline, voices
from rashomon.web.views.evidence_links import links_from, with_query
from rashomon.web.views.story_page import STORY_VIEWS, open_story

router = APIRouter()
_NOTES = 40
#: Views of which an address tells what they cite: each cites it again.
_CITING = {"timeline": timeline.cite, "voices": voices.cite}


@router.get("/stories/{story}/evidence")
def evidence_of(request: Request, story: str, of: str = "", start: int = 0, until: int | None = None) -> Response:
    """The notes of the view `of` behind the `start`-th, to the one numbered `until` where that is given.

    Raises NotFoundError, UsageError.
    """
    opened = open_story(request, story)
    view = next((v for v in STORY_VIEWS if v.name == of and (v.sections or of in _CITING)), None)
    if view is None:
        raise NotFoundError("No such view of a story cites sentences.", "Go back to its brief.")
    asked, lookup = opened.asked, opened.lookup
    notes = Notes(lookup)
    more = _CITING[of](lookup, notes, request.query_params) if of in _CITING else {}
    content_of(opened.dossier, view.sections, notes)
    every = notes.all()[:until]
    first = min(max(0, start), len(every))
    last = min(first + _NOTES, len(every))
    links = links_from(lookup, asked, view.name, **more)
    here, back = f"/stories/{lookup.dossier.story}/evidence", f"/stories/{lookup.dossier.story}/{view.name}"
    return opened.page(
        "evidence.html", view,
        found=evidence(lookup, every[first:last]), first=first, last=last, every=len(every),
        back=with_query(back.rstrip("/"), asked, **more),
        earlier=with_query(here, asked, of=of, **more, start=str(max(0, first - _NOTES) or "")) if first else None,
        **links,
    )  # fmt: skip
