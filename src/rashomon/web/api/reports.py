"""Reports: adding them, the versions of a page."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.model.version import Version
from rashomon.settings import Settings
from rashomon.web.api.answers import JSON, answer, encoded
from rashomon.web.api.asked import ReportId
from rashomon.web.api.schemas import done, returns
from rashomon.web.site import site_of

router = APIRouter(tags=["reports"])
_ADDED = {
    "type": "object",
    "required": ["new", "again", "fuller", "refused", "issues"],
    "properties": {
        **{k: {"type": "array", "items": {"type": "string"}} for k in ("new", "again", "fuller", "refused")},
        "issues": {"type": "array", "items": {"type": "object"}},
    },
}


class ReportIn(BaseModel):
    """One report, with the fields of a line of JSON Lines."""

    text: Annotated[str, Field(min_length=1, max_length=5_000_000)]
    id: Annotated[str, Field(max_length=200)] | None = None
    title: Annotated[str, Field(max_length=2000)] | None = None
    url: Annotated[str, Field(max_length=4000)] | None = None
    outlet: Annotated[str, Field(max_length=200)] | None = None
    published: Annotated[str, Field(max_length=40)] | None = None
    lang: Annotated[str, Field(max_length=20)] | None = None


class ReportsIn(BaseModel):
    """Reports to add at once."""

    reports: Annotated[list[ReportIn], Field(min_length=1, max_length=1000)]


@router.post("/reports", responses=done(_ADDED, 422))
def add_reports(request: Request, given: ReportsIn) -> Response:
    """Add reports; one that the project has changes nothing. Needs the role reviewer."""
    site = site_of(request)
    person = site.need_script(request, "reviewer")
    lines = [json.dumps(r.model_dump(exclude_none=True)) for r in given.reports]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sent.jsonl"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        added = app.add(site.address, [str(path)], Settings())
    app.note_action(site.address, person.name, "added reports", " ".join(added.new)[:400])
    fields = ("new", "again", "fuller", "refused", "issues")
    return Response(encoded({f: getattr(added, f) for f in fields}), media_type=JSON)


@router.get("/reports/{report}/versions", responses=returns({"type": "array", "items": {"type": "object"}}, 404))
def versions(request: Request, report: ReportId) -> Response:
    """When each version of a report's page was seen, and which claims each edit changed."""
    site = site_of(request)
    site.need(request, "reader")
    return answer(request, lambda: [_told(v) for v in app.versions(site.address, report)])


def _told(version: Version) -> dict[str, Any]:
    """A version without the words of its page, which may name private persons."""
    changes = [{"kind": c.kind, "before": c.before, "after": c.after} for c in version.changes]
    told = ("report", "outlet", "address", "published", "seen_from", "seen_until", "again")
    return {**{f: getattr(version, f) for f in told}, "notice": version.note is not None, "changes": changes}
