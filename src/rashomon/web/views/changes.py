"""What changed in a story between two instants, as an update note whose lines lead to their sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.model.comparison import Comparison
from rashomon.model.dossier import Dossier
from rashomon.rendering.comparison_text import note_sections, note_title, reports_came
from rashomon.rendering.lookup import lookup_of
from rashomon.settings import parse_as_of
from rashomon.web.views.asked import Asked
from rashomon.web.views.evidence_links import sentence_link
from rashomon.web.views.story_page import open_story, view_of

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Line:
    """One change and where its sentences are read: (outlet, address)."""

    text: str
    evidence: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """The update note as the page prints it."""

    title: str
    came: str
    sections: tuple[tuple[str, tuple[Line, ...]], ...]
    text: str


@router.get("/stories/{story}/changes")
def changes(request: Request, story: str, since: str = "") -> Response:
    """The note since the instant of the address; without one, since before the newest reports. Raises UsageError."""
    opened = open_story(request, story)
    site, asked = opened.site, opened.asked
    moments = [m for m in site.moments(story) if asked.as_of is None or m.at <= asked.as_of]
    start = parse_as_of(since) if since else (moments[-2].at if len(moments) > 1 else None)
    known = start is not None and any(m.at <= start for m in moments)
    note = update_note(site.dossier(story, start, asked.policy), opened.dossier, asked) if known else None
    return opened.tab("changes.html", view_of("changes"), moments=moments, since=start, note=note)


def update_note(earlier: Dossier, later: Dossier, asked: Asked) -> Note:
    """The words of the update note, each change with links to the sentences that it rests on."""
    comparison: Comparison = app.diff_dossiers(earlier, later)
    lookup = lookup_of(later)
    link = sentence_link(lookup, later.story, asked)

    def line(text: str, claims: Sequence[str]) -> Line:
        places = ((lookup.outlet(lookup.claims[c].report), link(c)) for c in claims if c in lookup.claims)
        return Line(text, tuple(dict.fromkeys(places)))

    sections = tuple((title, tuple(line(c.text, c.claims) for c in told)) for title, told in note_sections(comparison))
    return Note(note_title(comparison), reports_came(comparison), sections, app.describe(comparison))
