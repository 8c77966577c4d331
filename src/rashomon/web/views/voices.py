"""Who said what in a story: its speakers a page at a time with their first statements, and all that one said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import NotFoundError
from rashomon.model.dossier import StatementLine
from rashomon.rendering.components import account_lists
from rashomon.rendering.components.account_lists import Line
from rashomon.rendering.components.evidence import Notes
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.page_sections import content_of
from rashomon.web.views.evidence_links import links_from, with_query
from rashomon.web.views.story_page import open_story, view_of

router = APIRouter()
#: So many speakers stand on a page, each with so many statements; of one speaker alone so many.
_SPEAKERS, _FIRST, _STATEMENTS = 40, 4, 60


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with the statements of this page, and how many there are in all."""

    who: str
    said: list[Line]
    every: int


@dataclass(frozen=True, slots=True)
class Page:
    """The speakers of a page, whether there are pages before and after it, and what of the address it rests on."""

    voices: list[Voice]
    speaker: str
    first: int
    step: int
    more: bool
    address: dict[str, str]


@router.get("/stories/{story}/voices")
def voices(request: Request, story: str) -> Response:
    """The speakers of a story, or what one of them said. Raises NotFoundError, UsageError."""
    opened = open_story(request, story)
    asked, dossier, lookup = opened.asked, opened.dossier, opened.lookup
    notes = Notes(lookup)
    told = told_by(lookup, notes, request.query_params)
    content = content_of(dossier, () if told.address else ("alliances",), notes)
    here = f"/stories/{dossier.story}/voices"

    def voices_at(speaker: str = "", first: int = 0) -> str:
        return with_query(here, asked, speaker=speaker, first=str(first or ""))

    return opened.tab(
        "voices.html", view_of("voices"), told=told, voices_at=voices_at,
        **content, **links_from(lookup, asked, "voices", **told.address),
    )  # fmt: skip


def cite(lookup: Lookup, notes: Notes, asked: Mapping[str, str]) -> dict[str, str]:
    """Cite what the page of this address cites, in its order; what of the address the page rests on."""
    told = told_by(lookup, notes, asked)
    if not told.address:
        account_lists.alliances(lookup, notes)
    return told.address


def told_by(lookup: Lookup, notes: Notes, asked: Mapping[str, str]) -> Page:
    """The page that an address asks for: of all speakers, or of `speaker`, from the `first`-th on.

    Raises NotFoundError where nobody of that name speaks.
    """
    every, speaker = account_lists.by_speaker(lookup), asked.get("speaker", "")
    first = int(asked["first"]) if asked.get("first", "").isdecimal() and len(asked["first"]) < 9 else 0
    if speaker:
        said = dict(every).get(speaker)
        if said is None:
            raise NotFoundError("Nobody of that name speaks in this story.", "Go back to who said what.")
        step, more = _STATEMENTS, len(said) > first + _STATEMENTS
        found = [_voice(speaker, said[first : first + step], len(said), notes)]
    else:
        step, more = _SPEAKERS, len(every) > first + _SPEAKERS
        found = [_voice(who, said[:_FIRST], len(said), notes) for who, said in every[first : first + step]]
    address = {name: value for name, value in (("speaker", speaker), ("first", str(first or ""))) if value}
    return Page(found, speaker, first, step, more, address)


def _voice(who: str, said: Sequence[StatementLine], every: int, notes: Notes) -> Voice:
    return Voice(who, account_lists.statements(said, notes), every)
