"""Answers: records as JSON with an ETag of the project's state, pages of lists, one shape of error."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.model.plain import to_plain
from rashomon.rendering.plain_text import without_surrogates
from rashomon.web.site import site_of

JSON = "application/json"


def tag_of(request: Request) -> str:
    """The ETag of a request's answer: it changes with the project's state and with what is asked, in what address."""
    asked = f"{app.state_of(site_of(request).address)} {request.url.path}?{request.url.query}"
    return '"' + hashlib.sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()[:32] + '"'


def unchanged(request: Request) -> Response | None:
    """The answer to a client that already has this state (304), or null: then the work must be done."""
    tag = tag_of(request)
    known = {t.strip().removeprefix("W/") for t in request.headers.get("if-none-match", "").split(",")}
    return Response(status_code=304, headers=_kept(tag)) if tag in known or "*" in known else None


def answer(request: Request, make: Callable[[], Any]) -> Response:
    """What `make` gives, as JSON with its ETag; nothing is made for a client that has it already."""
    same = unchanged(request)
    if same is not None:
        return same
    tag = tag_of(request)
    return Response(encoded(make()), media_type=JSON, headers=_kept(tag))


def encoded(value: Any) -> bytes:
    """A record, or a tree of them, as JSON in UTF-8."""
    return msgspec.json.encode(without_surrogates(to_plain(value)))


def bytes_answer(request: Request, content: bytes, media_type: str) -> Response:
    """Bytes made elsewhere, with the ETag of the state that they are of."""
    return Response(content, media_type=media_type, headers=_kept(tag_of(request)))


def one_page(request: Request, items: Sequence[Any], start: int, limit: int) -> dict[str, Any]:
    """A page of a list of which `limit` + 1 items were asked for: `next` is the address of the following one."""
    more = len(items) > limit
    given = [(k, v) for k, v in request.query_params.multi_items() if k not in ("start", "limit")]
    query = urlencode([*given, ("start", start + limit), ("limit", limit)])
    return {"items": list(items[:limit]), "start": start, "next": f"{request.url.path}?{query}" if more else None}


def problem(status: int, message: str, suggestion: str = "", headers: Mapping[str, str] | None = None) -> Response:
    """An error: what went wrong and what to do, never a trace."""
    body = {"error": {"status": status, "message": message, "suggestion": suggestion}}
    return Response(encoded(body), status, media_type=JSON, headers=dict(headers or {}))


def _kept(tag: str) -> dict[str, str]:
    # The browser may keep it, but must ask whether it still holds: a decision elsewhere changes it.
    return {"etag": tag, "cache-control": "private, no-cache"}
