"""What is going on: the stories, the newest change first, found by words, place, day and doubt."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.errors import UsageError
from rashomon.rendering.components.story_line import small_map, step_line
from rashomon.web.pages import page
from rashomon.web.site import site_of

router = APIRouter()
#: Stories a page; so long a page waits for lines that are not made yet (seconds).
_PAGE, _PATIENCE = 30, 0.4


@dataclass(frozen=True, slots=True)
class Line:
    """A story as the list prints it; `seen` is null where nobody of this name opened it, `came` what is new."""

    told: app.Listed
    map: Markup
    steps: Markup
    seen: bool | None
    came: app.Came | None


@router.get("/")
def stories(
    request: Request, start: int = 0, q: str = "", place: str = "", since: str = "", doubts: str = ""
) -> Response:
    """The list that the address asks for: each story with its place, its main figure and whether it changed."""
    site = site_of(request)
    person = site.need(request, "reader")
    wanted = app.Wanted(q, place, _day(since), bool(doubts))
    start = max(0, start)
    found, count = app.story_lines(site.address, wanted, limit=_PAGE, start=start)
    old = [told.story for told in found if not told.current]
    if old:
        app.make_lines(site.address, old, seconds=_PATIENCE)
        found, count = app.story_lines(site.address, wanted, limit=_PAGE, start=start)
    unmade = app.unmade_lines(site.address)
    if unmade:
        site.lines.wake()
    looks = app.looks(site.address, person.name, [told.story for told in found])
    lines = [_line(site.address, told, looks.get(told.story)) for told in found]
    asked = {"q": q, "place": place, "since": since, "doubts": doubts}

    def address(first: int) -> str:
        given = {k: v for k, v in (*asked.items(), ("start", first or "")) if v}
        return f"/?{urlencode(given)}" if given else "/"

    return page(
        request, "stories.html", person, lines=lines, count=count, first=start, asked=asked,
        filtered=not wanted.everything, unmade=unmade,
        earlier=address(max(0, start - _PAGE)) if start > 0 else None,
        later=address(start + _PAGE) if start + _PAGE < count else None,
    )  # fmt: skip


def _line(address: str, told: app.Listed, looked: app.Seen | None) -> Line:
    summary = told.summary
    seen = None if looked is None else looked.changed >= told.changed
    return Line(
        told,
        small_map(summary) if summary is not None else Markup(""),
        step_line(summary.main) if summary is not None and summary.main is not None else Markup(""),
        seen,
        app.came_since(address, told.story, looked) if looked is not None and not seen else None,
    )


def _day(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.combine(dt.date.fromisoformat(text), dt.time(), dt.UTC) if text else None
    except ValueError as error:
        raise UsageError(f"{text} is no day.", "Write it as 2024-11-29.") from error
