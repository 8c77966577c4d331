"""A story's figures as a board, question by question and origin by origin; all sentences that give one of them."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import NotFoundError
from rashomon.model.assessment import Assessment
from rashomon.rendering.components.evidence import Notes
from rashomon.rendering.components.figure_table import by_weight, figure_groups
from rashomon.rendering.components.figure_why import MOST_SENTENCES, sentences_of
from rashomon.rendering.plain_text import clean
from rashomon.web.figure_board import figure_boards
from rashomon.web.views.asked import Asked
from rashomon.web.views.evidence_links import sentence_link, with_query
from rashomon.web.views.story_page import open_story, view_of

router = APIRouter()
#: Questions on one page of the board, and sentences on one page of a figure's.
_QUESTIONS, _SENTENCES = 40, 40
_VIEW = view_of("figures")


@router.get("/stories/{story}/figures")
def board(request: Request, story: str, start: int = 0, question: str = "") -> Response:
    """The figure board of a story, and below it each figure with how it was counted and its first sentences.

    Of very many questions a part, from the `start`-th on, or the one that holds the `question`.
    """
    opened = open_story(request, story)
    asked, dossier, lookup = opened.asked, opened.dossier, opened.lookup
    ordered = by_weight(dossier)
    first = _first(ordered, start, question)
    groups = figure_groups(lookup, Notes(lookup), ordered[first : first + _QUESTIONS])
    link = sentence_link(lookup, dossier.story, asked)
    here = f"/stories/{clean(story)}/figures"
    return opened.tab(
        "board.html", _VIEW, sentence=link, boards=figure_boards(dossier, groups, link),
        sentences_at=lambda claim: _address(f"{here}/{claim}", asked, MOST_SENTENCES), figures=groups, charts=(),
        **_parts(here, asked, first, _QUESTIONS, len(ordered)),
    )  # fmt: skip


@router.get("/stories/{story}/figures/{claim}")
def sentences(request: Request, story: str, claim: str, start: int = 0) -> Response:
    """Every sentence that gives one figure, a page at a time. Raises NotFoundError where the record has no such one."""
    opened = open_story(request, story)
    asked, dossier, lookup = opened.asked, opened.dossier, opened.lookup
    figure = lookup.figure(claim)
    if figure is None:
        raise NotFoundError("The story has no such figure.", "Go back to its figures.")
    points = (p for s in dossier.series for p in s.points if p.claim == claim)
    claims = next((p.claims for p in points if p.claims), (claim,))
    first = max(0, start)
    found, every = sentences_of(claims, lookup, Notes(lookup), first, _SENTENCES)
    here = f"/stories/{clean(story)}/figures/{claim}"
    question = lookup.assessment_of.get(claim)
    return opened.page(
        "sentences.html", _VIEW,
        figure=lookup.words(figure), question=lookup.counted(question) if question else "", found=found,
        sentence=sentence_link(lookup, dossier.story, asked), back=_address(f"/stories/{clean(story)}/figures", asked),
        **_parts(here, asked, first, _SENTENCES, every),
    )  # fmt: skip


def _first(ordered: list[Assessment], start: int, question: str) -> int:
    """The first question of the part asked for."""
    at = next((n for n, a in enumerate(ordered) if a.id == question), None)
    return max(0, start) if at is None else at - at % _QUESTIONS


def _parts(here: str, asked: Asked, first: int, size: int, every: int) -> dict[str, Any]:
    """Which part of a list is shown, and where the parts before and after it are."""
    return {
        "first": first,
        "last": min(first + size, every),
        "every": every,
        "earlier": _address(here, asked, max(0, first - size)) if first > 0 else None,
        "later": _address(here, asked, first + size) if first + size < every else None,
    }


def _address(path: str, asked: Asked, start: int = 0) -> str:
    return with_query(path, asked, start=str(start or ""))
