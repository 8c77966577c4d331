"""A story's changes as a feed, Atom or JSON: one entry for each instant at which the record changed."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.rendering.change_feed import Entry, atom_feed, json_feed
from rashomon.web.api.answers import bytes_answer, unchanged
from rashomon.web.api.asked import StoryId, reader
from rashomon.web.api.schemas import error_responses
from rashomon.web.site import Site, site_of

router = APIRouter(tags=["feeds"], dependencies=[Depends(reader)])
#: Entries at most: each costs a dossier of the instant before it.
_MOST = 10


def _feed(kind: str) -> dict[int | str, dict[str, Any]]:
    return {200: {"description": "The feed.", "content": {kind: {}}}, **error_responses(400, 401, 403, 404, 503)}


@router.get("/stories/{story}/feed.atom", responses=_feed("application/atom+xml"))
def atom(request: Request, story: StoryId) -> Response:
    """The changes of a story as an Atom feed (RFC 4287), the newest first."""
    same = unchanged(request)
    if same is not None:
        return same
    title, entries = _entries(site_of(request), story)
    content = atom_feed(title, str(request.url), _page(request, story), entries)
    return bytes_answer(request, content, "application/atom+xml; charset=utf-8")


@router.get("/stories/{story}/feed.json", responses=_feed("application/feed+json"))
def json_changes(request: Request, story: StoryId) -> Response:
    """The changes of a story as a JSON Feed (version 1.1), the newest first."""
    same = unchanged(request)
    if same is not None:
        return same
    title, entries = _entries(site_of(request), story)
    content = json_feed(title, str(request.url), _page(request, story), entries)
    return bytes_answer(request, content, "application/feed+json")


def _page(request: Request, story: str) -> str:
    return f"{request.base_url.scheme}://{request.base_url.netloc}/stories/{story}"


def _entries(site: Site, story: str) -> tuple[str, list[Entry]]:
    """The newest instants with what changed at each against the one before; the first tells the record itself."""
    found = app.moments(site.address, story)[-_MOST - 1 :]
    entries: list[Entry] = []
    for number, moment in enumerate(found):
        later = site.dossier(story, moment.at)
        if number == 0:
            if len(found) <= _MOST:
                entries.append(Entry(story, moment.at, later.brief.headline.text, later.brief.headline.text))
            continue
        note = app.describe(app.diff_dossiers(site.dossier(story, found[number - 1].at), later))
        entries.append(Entry(story, moment.at, later.brief.headline.text, note))
    return site.dossier(story).brief.headline.text, entries[::-1]
