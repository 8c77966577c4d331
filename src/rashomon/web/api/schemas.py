"""The schemas of the records that answers hold, as OpenAPI components, and the responses that name them."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from rashomon.app import FormatLine, Moment, StoryLine
from rashomon.model.assessment import Assessment
from rashomon.model.checked import FigureCheck
from rashomon.model.comparison import Comparison
from rashomon.model.decision import Decision
from rashomon.model.dossier import Dossier
from rashomon.model.exported import LossReport
from rashomon.model.happening import Event
from rashomon.project import ReviewItem, SearchHit

_RECORDS = (
    Assessment, Comparison, Decision, Dossier, Event, FigureCheck, FormatLine, LossReport, Moment, ReviewItem,
    SearchHit, StoryLine,
)  # fmt: skip
_REF = "#/components/schemas/{name}"
Responses = dict[int | str, dict[str, Any]]
SECURITY = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "The server's token (`rashomon serve --token`)."},
    "session": {"type": "apiKey", "in": "cookie", "name": "rashomon", "description": "A browser that signed in."},
}
_ERROR: dict[str, Any] = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["status", "message", "suggestion"],
            "properties": {
                "status": {"type": "integer"},
                "message": {"type": "string"},
                "suggestion": {"type": "string"},
            },
        }
    },
}
_WHY = {
    400: "The request cannot be understood.", 401: "Sign in, or give the token.", 403: "Your role may not.",
    404: "There is no such thing.", 405: "That is not done here.", 409: "Somebody else decided meanwhile.",
    413: "The body is too large.", 422: "Nothing could be read.", 429: "Too many changes in a minute.",
    501: "A part that this needs is not installed.", 503: "The store cannot be used now.",
}  # fmt: skip


@cache
def components() -> dict[str, Any]:
    """The schemas by name; `Error` is that of every error."""
    _, found = msgspec.json.schema_components(_RECORDS, ref_template=_REF)
    return {**found, "Error": _ERROR}


def returns(schema: dict[str, Any], *errors: int) -> Responses:
    """The documented responses of a route that answers with this schema, and with these errors."""
    told = {400, 401, 403, 503, *errors}
    return {
        200: {"description": "As asked.", "content": {"application/json": {"schema": schema}}},
        304: {"description": "Nothing changed since the ETag given."},
        **error_responses(*told),
    }


def error_responses(*statuses: int) -> Responses:
    """Errors in their one shape."""
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    return {s: {"description": _WHY[s], "content": content} for s in sorted(statuses)}


def done(schema: dict[str, Any], *errors: int, what: str = "What came of it.") -> Responses:
    """The documented responses of a route that is posted to."""
    kept: Responses = {200: {"description": what, "content": {"application/json": {"schema": schema}}}}
    return {**kept, **error_responses(400, 401, 403, 413, 429, 503, *errors)}


def one(record: str) -> dict[str, Any]:
    """The schema of one record."""
    return {"$ref": f"#/components/schemas/{record}"}


def many(record: str) -> dict[str, Any]:
    """The schema of a page of a list of records."""
    return {
        "type": "object",
        "required": ["items", "start", "next"],
        "properties": {
            "items": {"type": "array", "items": one(record)},
            "start": {"type": "integer"},
            "next": {"type": ["string", "null"], "description": "The address of the next page."},
        },
    }
